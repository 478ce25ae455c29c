using Oltp.Migrations;

namespace ShellCorp.Silo.Storage;

/// <summary>Brings the tables of grain state up to date before the provider reads its queries from there.</summary>
internal sealed class GrainStateSchema(IPostgresServers servers) : ILifecycleParticipant<ISiloLifecycle>
{
    public static MigrationSet Steps { get; } = MigrationSet.FromResources("grain_state", typeof(GrainStateSchema).Assembly, "grain-state");

    /// <summary>What binds grain state to partitions, where there are scopes.</summary>
    public static MigrationSet PartitionSteps { get; } = MigrationSet.FromResources("grain_state_partitions", typeof(GrainStateSchema).Assembly, "grain-state-partitions");

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(GrainStateSchema), ServiceLifecycleStage.RuntimeInitialize, servers.PrepareStatesAsync);
}
