namespace ShellCorp.Cluster.Tests.Elasticity.Drains;

/// <inheritdoc/>
[GrainType("test-host")]
internal sealed class HostGrain(Gate gate, IGrainFactory grains) : MeetingGrain(gate, grains)
{
    public static GrainId Id { get; } = GrainId.Create("test-host", "1");
}
