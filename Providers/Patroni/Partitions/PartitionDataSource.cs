using System.Data.Common;
using Npgsql;

namespace Patroni.Partitions;

/// <summary>Connections to the leader of the scope that has a partition now.</summary>
public sealed class PartitionDataSource : DbDataSource
{
    private readonly PostgresTopology _topology;

    internal PartitionDataSource(PostgresTopology topology, int number) => (_topology, Number) = (topology, number);

    /// <summary>The partition.</summary>
    public int Number { get; }

    /// <summary>That of the scope, without the password.</summary>
    public override string ConnectionString => Scope?.ConnectionString ?? "";

    private Leaders.LeaderDataSource? Scope => _topology.Map is { } map && Number < map.Partitions.Length ? _topology.Scopes.GetValueOrDefault(map.Partitions[Number].Scope) : null;

    /// <summary>A connection to who leads now, not opened; one without an address while nobody is known to.</summary>
    protected override DbConnection CreateDbConnection() => Scope?.CreateConnection() ?? new NpgsqlConnection();

    /// <inheritdoc/>
    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        await (await _topology.ScopeOfAsync(Number, cancellationToken)).OpenConnectionAsync(cancellationToken);
}
