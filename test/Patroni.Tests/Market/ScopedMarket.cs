using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Oltp.Sessions;
using Patroni.Leaders;
using Patroni.Tests.Clusters;
using ShellCorp.Oltp.Tests.Market;
using ZooKeeper.Client;

namespace Patroni.Tests.Market;

/// <summary>The market in a database of its own on a scope's leader, found through ZooKeeper.</summary>
internal sealed class ScopedMarket : IAsyncDisposable
{
    public const string ApplicationName = "market-under-test";

    // Shorter than a fail-over, so that requests fail and are sent again in its course.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly PostgresTopology _topology;

    private ScopedMarket(PostgresTopology topology, LeaderDataSource source, MarketScene scene) => (_topology, Source, Scene) = (topology, source, scene);

    public LeaderDataSource Source { get; }

    public MarketScene Scene { get; }

    public static async Task<ScopedMarket> OpenAsync(SharedClusters clusters, PatroniCluster cluster, int? zooKeeperPort = null)
    {
        var database = $"market_{Guid.NewGuid():n}";
        await cluster.CreateDatabaseAsync(database);
        var topology = new PostgresTopology(
            new(new ZooKeeperOptions { ConnectionString = $"127.0.0.1:{zooKeeperPort ?? clusters.ZooKeeper.Port}", RenewExpiredSession = true, SessionTimeout = TimeSpan.FromSeconds(4) }),
            new()
            {
                Scopes = ImmutableDictionary<string, string>.Empty.Add(
                    cluster.Scope, $"Database={database};Username=postgres;Application Name={ApplicationName};GSS Encryption Mode=Disable;Timeout=3;Maximum Pool Size=20"),
                LeaderPatience = Patience,
            },
            NullLoggerFactory.Instance,
            TimeProvider.System);
        var source = topology.Scopes[cluster.Scope];
        await Eventually.HoldAsync($"ZooKeeper to tell who leads {cluster.Scope}", () => source.Leader is not null);
        return new(topology, source, await MarketScene.OnPostgresAsync(source, new PostgresDatabase(source, Patience)));
    }

    /// <summary>How many sessions of a market there are on a member, past the gates.</summary>
    public static async Task<long> SessionsOnAsync(PatroniNode node) =>
        await node.AskAsync<long>($"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{ApplicationName}'") ?? 0;

    public async ValueTask DisposeAsync()
    {
        await Scene.DisposeAsync();
        await _topology.DisposeAsync();
    }
}
