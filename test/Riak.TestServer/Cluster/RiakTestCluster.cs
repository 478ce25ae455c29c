namespace Riak.TestServer.Cluster;

/// <summary>
/// A Riak KV cluster for tests: one to three nodes in this process that speak the Protocol Buffers interface on loopback, three replicas of
/// each key, data types with the merges of Riak's, everything in memory. Answers as Riak KV 3.2.3 does to what clients of this project send.
/// </summary>
/// <remarks>
/// It has the bucket types <c>default</c>, <c>counters</c>, <c>sets</c>, <c>maps</c>, <c>hlls</c>, <c>gsets</c> (which fails, as in Riak) and
/// <c>siblings</c>. What it leaves out: commit hooks, links, indexes, map/reduce, search, listing, strong consistency, the removal of
/// tombstones, and key/value access to data types.
/// </remarks>
public sealed class RiakTestCluster : IAsyncDisposable
{
    private RiakTestCluster(string region, int nodes, TimeProvider time, RiakTestSecurity? security)
    {
        Time = time;
        Security = security;
        Nodes = [.. Enumerable.Range(0, nodes).Select(i => new RiakTestNode(this, i))];
        Replicas = new(region, Nodes);
        foreach (var (type, dataType) in new[] { ("counters", "counter"), ("sets", "set"), ("maps", "map"), ("hlls", "hll"), ("gsets", "gset") })
            Types.Create(type, dataType, allowMult: true);
        Types.Create("siblings", null, allowMult: true);
        Types.Create("default", null, allowMult: false);
    }

    /// <summary>The nodes, stopped ones too.</summary>
    public IReadOnlyList<RiakTestNode> Nodes { get; }

    /// <summary>What clients set as hosts: <c>127.0.0.1:p1,…</c>.</summary>
    public string Hosts => string.Join(',', Nodes.Select(node => node.Host));

    internal TimeProvider Time { get; }

    internal RiakTestSecurity? Security { get; }

    internal BucketTypes Types { get; } = new();

    internal Replicas Replicas { get; }

    /// <summary>Starts a cluster on free ports; it listens when this returns.</summary>
    /// <param name="nodes">From 1 to 3.</param>
    /// <param name="region">Part of the replicas' names as actors: clusters that are merged need different ones.</param>
    /// <param name="time">The nodes' clocks, before their skew. Null: the system's.</param>
    /// <param name="security">Null: open to all.</param>
    public static RiakTestCluster Start(int nodes = 1, string region = "eu", TimeProvider? time = null, RiakTestSecurity? security = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes, Quorums.Replicas);
        var cluster = new RiakTestCluster(region, nodes, time ?? TimeProvider.System, security);
        foreach (var node in cluster.Nodes)
            node.Start();
        return cluster;
    }

    /// <summary>Makes a bucket type, or makes it anew.</summary>
    /// <param name="type">Its name.</param>
    /// <param name="dataType"><c>counter</c>, <c>set</c>, <c>map</c>, <c>hll</c>; null for plain objects.</param>
    /// <param name="allowMult">Whether plain objects have siblings.</param>
    public void CreateBucketType(string type, string? dataType, bool allowMult = true) => Types.Create(type, dataType, allowMult);

    /// <summary>Brings every replica that is up to what all replicas know together.</summary>
    public void HandOff() => Replicas.HandOff();

    /// <summary>Takes over everything that another cluster knows, as replication between regions does. One direction.</summary>
    /// <param name="other">A cluster of another region.</param>
    public void ReplicateFrom(RiakTestCluster other) => Replicas.TakeAll(other.Replicas.Everything());

    /// <summary>Stops every node and forgets everything.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
            await node.StopAsync();
    }
}
