using System.Data.Common;
using Oltp.Migrations;
using Patroni;
using Patroni.Leaders;
using Patroni.Partitions;
using ShellCorp.Silo.Hosting;

namespace ShellCorp.Silo.Storage;

/// <summary>Patroni clusters that are found through ZooKeeper.</summary>
internal sealed class PatroniPostgres(PostgresTopology topology, int partitions, TimeSpan patience, ILoggerFactory logs) : IPostgresServers, IAsyncDisposable
{
    public IReadOnlyDictionary<string, LeaderDataSource> Scopes => topology.Scopes;

    /// <summary>The partition map as it was seen last; null before that.</summary>
    public PartitionMap? Map => topology.Map;

    public DbDataSource Market => topology.Scopes[PostgresOptions.MarketScope];

    public IReadOnlyList<DbDataSource> Partitions { get; } = [.. Enumerable.Range(0, partitions).Select(topology.Partition)];

    public TimeSpan Patience => patience;

    /// <summary>Makes the partition map, if there is none, and brings each scope up to date.</summary>
    /// <exception cref="SettingRefusedException">The map has another number of partitions.</exception>
    public async Task PrepareStatesAsync(CancellationToken cancellationToken)
    {
        // The market's scope first, so that a single partition is there.
        string[] scopes = [.. topology.Scopes.Keys.OrderByDescending(scope => scope == PostgresOptions.MarketScope).ThenBy(scope => scope, StringComparer.Ordinal)];
        var map = await topology.PartitionMap.EnsureAsync(PartitionMap.Spread(partitions, scopes), cancellationToken);
        if (map.Partitions.Length != partitions)
            throw new SettingRefusedException($"{PostgresOptions.Section}:{nameof(PostgresOptions.Partitions)}", $"{partitions}", $"the partition map has {map.Partitions.Length}, and their number never changes");
        await Task.WhenAll(scopes.Select(scope => PrepareAsync(scope, map, cancellationToken)));
    }

    /// <summary>What moves partitions.</summary>
    public PartitionMover Mover(string by, TimeProvider clock) =>
        new(topology.PartitionMap, topology.Scopes.ToDictionary(scope => scope.Key, DbDataSource (scope) => scope.Value), by, clock, logs.CreateLogger<PartitionMover>());

    /// <summary>The partition map as it is now.</summary>
    public async Task<PartitionMap> ReadMapAsync(CancellationToken cancellationToken) => (await topology.PartitionMap.ReadAsync(cancellationToken)).Map;

    public ValueTask DisposeAsync() => topology.DisposeAsync();

    private async Task PrepareAsync(string scope, PartitionMap map, CancellationToken cancellationToken)
    {
        var database = topology.Scopes[scope];
        await PostgresMigrator.MigrateAsync(database, GrainStateSchema.Steps, logs, cancellationToken);
        await PartitionSchema.PrepareAsync(scope, database, map, logs, cancellationToken);
        await PostgresMigrator.MigrateAsync(database, GrainStateSchema.PartitionSteps, logs, cancellationToken);
    }
}
