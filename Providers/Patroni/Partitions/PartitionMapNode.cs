using System.Text.Json;
using ZooKeeper.Client;

namespace Patroni.Partitions;

/// <summary>The map in ZooKeeper.</summary>
/// <param name="zooKeeper">The client, without a chroot.</param>
/// <param name="path">The node, such as <c>/shellcorp/partitions</c>.</param>
/// <param name="acl">Its access list where it is made; null: open to all. Nodes above it are open, since Patroni's are there too.</param>
public sealed class PartitionMapNode(ZooKeeperClient zooKeeper, string path, IReadOnlyList<Acl>? acl = null)
{
    /// <summary>The map as it is now, with the node's version.</summary>
    /// <exception cref="PartitionMapException">There is none, or it isn't understood.</exception>
    public async Task<(PartitionMap Map, int Version)> ReadAsync(CancellationToken cancellationToken)
    {
        await zooKeeper.SyncAsync(path, cancellationToken);
        try
        {
            return Read(await zooKeeper.GetAsync(path, cancellationToken));
        }
        catch (NoNodeException none)
        {
            throw new PartitionMapException($"ZooKeeper has no partition map at {path}; the first silo with scopes makes it.", none);
        }
    }

    /// <summary>Makes the map, unless somebody has.</summary>
    /// <returns>The map that there is now.</returns>
    public async Task<PartitionMap> EnsureAsync(PartitionMap map, CancellationToken cancellationToken)
    {
        if (await zooKeeper.ExistsAsync(path, cancellationToken) is null)
        {
            if (path.LastIndexOf('/') is > 0 and var slash)
                await zooKeeper.EnsurePathAsync(path[..slash], cancellationToken: cancellationToken);
            try
            {
                await zooKeeper.CreateAsync(path, Write(map), acl: acl, cancellationToken: cancellationToken);
            }
            catch (NodeExistsException)
            {
                // Another silo was faster; its map holds.
                return (await ReadAsync(cancellationToken)).Map;
            }
        }

        return (await ReadAsync(cancellationToken)).Map;
    }

    /// <summary>Puts another map in the place of the one that was read.</summary>
    /// <exception cref="PartitionMapException">Somebody has changed it since.</exception>
    public async Task ChangeAsync(PartitionMap map, int version, CancellationToken cancellationToken)
    {
        try
        {
            await zooKeeper.SetAsync(path, Write(map), version, cancellationToken);
        }
        catch (BadVersionException changed)
        {
            throw new PartitionMapException("The partition map was changed by somebody else meanwhile.", changed);
        }
    }

    /// <summary>The map, and what completes when it has changed.</summary>
    internal async Task<(PartitionMap? Map, Task Changed)> WatchAsync(CancellationToken cancellationToken)
    {
        await zooKeeper.SyncAsync(path, cancellationToken);
        var (there, changed) = await zooKeeper.ExistsAndWatchAsync(path, cancellationToken);
        return (there is null ? null : Read(await zooKeeper.GetAsync(path, cancellationToken)).Map, changed);
    }

    private static byte[] Write(PartitionMap map) => JsonSerializer.SerializeToUtf8Bytes(map, PartitionJson.Default.PartitionMap);

    private (PartitionMap Map, int Version) Read(NodeData node)
    {
        try
        {
            var map = JsonSerializer.Deserialize(node.Data.Span, PartitionJson.Default.PartitionMap);
            return map is { Format: PartitionMap.KnownFormat, Partitions.IsDefaultOrEmpty: false }
                ? (map, node.Stat.Version)
                : throw new PartitionMapException($"The partition map at {path} has format {map?.Format}; this program knows {PartitionMap.KnownFormat}.");
        }
        catch (JsonException unreadable)
        {
            throw new PartitionMapException($"The partition map at {path} can't be read: {unreadable.Message}", unreadable);
        }
    }
}
