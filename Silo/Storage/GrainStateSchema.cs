using Npgsql;
using Oltp.Migrations;

namespace ShellCorp.Silo.Storage;

/// <summary>Brings the tables of grain state up to date before the provider reads its queries from there.</summary>
internal sealed class GrainStateSchema(NpgsqlDataSource database, ILoggerFactory logs) : ILifecycleParticipant<ISiloLifecycle>
{
    private static readonly MigrationSet Steps = MigrationSet.FromResources("grain_state", typeof(GrainStateSchema).Assembly, "grain-state");

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(GrainStateSchema), ServiceLifecycleStage.RuntimeInitialize, MigrateAsync);

    private Task MigrateAsync(CancellationToken cancellationToken) => PostgresMigrator.MigrateAsync(database, Steps, logs, cancellationToken);
}
