namespace ShellCorp.Cluster.Tests.Elasticity.Drains;

/// <inheritdoc/>
[GrainType("test-guest")]
internal sealed class GuestGrain(Gate gate, IGrainFactory grains) : MeetingGrain(gate, grains)
{
    public static GrainId Id { get; } = GrainId.Create("test-guest", "1");
}
