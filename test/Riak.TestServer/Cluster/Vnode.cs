using Riak.TestServer.Objects;

namespace Riak.TestServer.Cluster;

/// <summary>A replica, which lives on a node and is an actor of clocks.</summary>
internal sealed class Vnode(string actor, RiakTestNode node)
{
    public string Actor => actor;

    public RiakTestNode Node => node;

    public bool IsUp => node.IsUp;

    public Dictionary<ObjectKey, IReplicated> Data { get; } = [];

    public void Take(ObjectKey key, IReplicated state) =>
        Data[key] = Data.TryGetValue(key, out var mine) ? mine.MergeWith(state) : state;
}
