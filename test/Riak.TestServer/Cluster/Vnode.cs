using Riak.TestServer.Objects;

namespace Riak.TestServer.Cluster;

/// <summary>A replica, which lives on a node and is an actor of clocks.</summary>
internal sealed class Vnode(string actor, RiakTestNode node)
{
    public string Actor => actor;

    public RiakTestNode Node => node;

    public bool IsUp => node.IsUp;

    public Dictionary<ObjectKey, IReplicated> Data { get; } = [];

    /// <summary>Merges a state into its own.</summary>
    /// <param name="key">Which object.</param>
    /// <param name="state">What another replica has.</param>
    /// <param name="before">What that one had before: a replica that has just that too is spared the merge.</param>
    public void Take(ObjectKey key, IReplicated state, IReplicated? before = null)
    {
        var mine = Data.GetValueOrDefault(key);
        Data[key] = mine is null || ReferenceEquals(mine, before) ? state : mine.MergeWith(state);
    }
}
