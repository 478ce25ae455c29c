using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Patroni.Leaders;
using Patroni.Partitions;
using ZooKeeper.Client;

namespace Patroni;

/// <summary>Patroni clusters as ZooKeeper shows them: who leads each scope, and which scope has which partition, at any time.</summary>
public sealed class PostgresTopology : IAsyncDisposable
{
    private readonly ZooKeeperClient _zooKeeper;
    private readonly CancellationTokenSource _stop = new();
    private readonly PartitionMapWatch _map;
    private readonly TimeSpan _patience;
    private readonly Task _watching;
    private int _disposed;

    /// <summary>Begins to watch.</summary>
    /// <param name="zooKeeper">The client, without a chroot, that renews its session; disposed with this.</param>
    /// <param name="options">Which scopes.</param>
    /// <param name="logs">Told of changes.</param>
    /// <param name="clock">The clock.</param>
    public PostgresTopology(ZooKeeperClient zooKeeper, PostgresTopologyOptions options, ILoggerFactory logs, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_zooKeeper, _patience) = (zooKeeper, options.LeaderPatience);
        Scopes = options.Scopes.ToImmutableDictionary(scope => scope.Key, scope => new LeaderDataSource(scope.Key, scope.Value, options.LeaderPatience, logs, clock));
        var logger = logs.CreateLogger<PostgresTopology>();
        PartitionMap = new(zooKeeper, options.PartitionMap, options.PartitionMapAcl);
        _map = new(PartitionMap, clock, logger);
        var leaders = Scopes.Values.Select(source => new LeaderWatch(zooKeeper, $"{options.Namespace.TrimEnd('/')}/{source.Scope}", source, clock, logger));
        _watching = Task.WhenAll([Task.Run(() => _map.RunAsync(_stop.Token)), .. leaders.Select(watch => Task.Run(() => watch.RunAsync(_stop.Token)))]);
    }

    /// <summary>Scope → connections to its leader.</summary>
    public ImmutableDictionary<string, LeaderDataSource> Scopes { get; }

    /// <summary>The partition map's node.</summary>
    public PartitionMapNode PartitionMap { get; }

    /// <summary>The partition map as it was seen last; null before that.</summary>
    public PartitionMap? Map => _map.Map;

    /// <summary>Connections to the leader of whichever scope has a partition.</summary>
    public PartitionDataSource Partition(int number) => new(this, number);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _stop.CancelAsync();
        await _watching;
        foreach (var source in Scopes.Values)
            await source.DisposeAsync();
        await _zooKeeper.DisposeAsync();
        _stop.Dispose();
    }

    /// <summary>The scope that has a partition.</summary>
    /// <exception cref="PartitionMapException">No map was seen for long, or it has no such partition, or a scope that isn't configured.</exception>
    internal async ValueTask<LeaderDataSource> ScopeOfAsync(int number, CancellationToken cancellationToken)
    {
        var map = await _map.MapAsync(_patience, cancellationToken);
        if (number >= map.Partitions.Length)
            throw new PartitionMapException($"There is no partition {number}; there are {map.Partitions.Length}.");
        var scope = map.Partitions[number].Scope;
        return Scopes.TryGetValue(scope, out var source) ? source : throw new PartitionMapException($"Partition {number} is in scope '{scope}', which this process has no connection string for.");
    }
}
