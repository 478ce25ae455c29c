using System.Collections.Immutable;
using ZooKeeper.Client;

namespace Patroni;

/// <summary>Which Patroni clusters there are, and how to reach them.</summary>
public sealed record PostgresTopologyOptions
{
    /// <summary>Scope → connection string of Npgsql without a host. Command time-outs in it have no effect; see <see cref="Leaders.LeaderDataSource"/>.</summary>
    public required ImmutableDictionary<string, string> Scopes { get; init; }

    /// <summary>Patroni's <c>namespace</c>, an absolute path in ZooKeeper. Default <c>/shellcorp/postgres</c>.</summary>
    public string Namespace { get; init; } = "/shellcorp/postgres";

    /// <summary>How long opening a connection waits for a leader that takes it. Default 15 s, about a fail-over with Patroni's <c>ttl: 10</c>.</summary>
    public TimeSpan LeaderPatience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The node of the partition map, an absolute path in ZooKeeper. Default <c>/shellcorp/partitions</c>.</summary>
    public string PartitionMap { get; init; } = "/shellcorp/partitions";

    /// <summary>The access list of the partition map where it is made. Default null: open to all.</summary>
    public IReadOnlyList<Acl>? PartitionMapAcl { get; init; }
}
