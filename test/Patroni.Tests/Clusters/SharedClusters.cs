using ZooKeeper.Tests.Servers;

namespace Patroni.Tests.Clusters;

/// <summary>One ZooKeeper server, a cluster of three members (<c>market</c>) and one of two (<c>second</c>), for all tests, which run one after the other.</summary>
public sealed class SharedClusters : IAsyncLifetime
{
    private ZooKeeperServer? _zooKeeper;
    private PatroniCluster? _market;
    private PatroniCluster? _second;

    internal ZooKeeperServer ZooKeeper => _zooKeeper!;

    internal PatroniCluster Market => _market!;

    internal PatroniCluster Second => _second!;

    public async ValueTask InitializeAsync()
    {
        if (PatroniInstallation.Missing is not null)
            return;
        _zooKeeper = await ZooKeeperServer.StartAsync();
        var starting = (PatroniCluster.StartAsync("market", 3, _zooKeeper.Port), PatroniCluster.StartAsync("second", 2, _zooKeeper.Port));
        (_market, _second) = (await starting.Item1, await starting.Item2);
    }

    public async ValueTask DisposeAsync()
    {
        if (_market is not null)
            await _market.DisposeAsync();
        if (_second is not null)
            await _second.DisposeAsync();
        if (_zooKeeper is not null)
            await _zooKeeper.DisposeAsync();
    }
}
