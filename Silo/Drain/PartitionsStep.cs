using Orleans.Streaming.Kafka;

namespace ShellCorp.Silo.Drain;

/// <summary>Leaves all consumer groups; what is under way is finished and committed first.</summary>
internal sealed class PartitionsStep(IEnumerable<IKafkaGroupMember> members) : IDrainStep
{
    public DrainPhase Reaches => DrainPhase.PartitionsHandedOver;

    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(members.Select(member => member.LeaveAsync(cancellationToken)));
}
