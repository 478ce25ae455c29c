using Riak.TestServer.Objects;
using Riak.Wire;

namespace Riak.TestServer.Cluster;

/// <summary>The replicas of every key: three, spread over the nodes. One operation at a time.</summary>
internal sealed class Replicas
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<Vnode> _vnodes;

    public Replicas(string region, IReadOnlyList<RiakTestNode> nodes) => _vnodes =
        [.. Enumerable.Range(0, Quorums.Replicas).Select(i => new Vnode($"{region}/{i}", nodes[i % nodes.Count]))];

    /// <summary>What the asked number of replicas know together, the node's own one first; null: nothing.</summary>
    public IReplicated? Read(RiakTestNode node, ObjectKey key, Quorums quorums, RpbBucketProps props)
    {
        lock (_lock)
        {
            var up = Up(node);
            var needed = quorums.Check("pr", up.Count, props.R, props.Pr);
            // Where too few are up, stand-ins answer, and they have nothing.
            return Merged(up.Take(needed), key);
        }
    }

    /// <summary>
    /// Lets the node's own replica make the change and hands the new state to the others that are up. Replicas that are down get it by
    /// <see cref="HandOff"/>.
    /// </summary>
    /// <param name="node">Where the request arrived.</param>
    /// <param name="key">Which object.</param>
    /// <param name="quorums">What the request asks.</param>
    /// <param name="props">The bucket's.</param>
    /// <param name="change">The coordinator's state, its actor, and the node that gives the time.</param>
    public IReplicated Write(
        RiakTestNode node, ObjectKey key, Quorums quorums, RpbBucketProps props, Func<IReplicated?, Vnode, IReplicated> change)
    {
        lock (_lock)
        {
            var up = Up(node);
            quorums.Check("pw", up.Count, props.W, props.Pw);
            var coordinator = up[0];
            var before = coordinator.Data.GetValueOrDefault(key);
            var state = change(before, coordinator);
            foreach (var vnode in up)
                vnode.Take(key, state, before);
            return state;
        }
    }

    /// <summary>Every replica that is up gets what the others know, those that are down included, as after a partition.</summary>
    public void HandOff()
    {
        lock (_lock)
        {
            foreach (var key in _vnodes.SelectMany(vnode => vnode.Data.Keys).Distinct().ToArray())
            {
                var state = Merged(_vnodes, key)!;
                foreach (var vnode in _vnodes.Where(vnode => vnode.IsUp))
                    vnode.Take(key, state);
            }
        }
    }

    public IReadOnlyList<(ObjectKey Key, IReplicated State)> Everything()
    {
        lock (_lock)
            return [.. _vnodes.SelectMany(vnode => vnode.Data.Keys).Distinct().Select(key => (key, Merged(_vnodes, key)!))];
    }

    public void TakeAll(IReadOnlyList<(ObjectKey Key, IReplicated State)> everything)
    {
        lock (_lock)
        {
            foreach (var (key, state) in everything)
            {
                foreach (var vnode in _vnodes)
                    vnode.Take(key, state);
            }
        }
    }

    private static IReplicated? Merged(IEnumerable<Vnode> vnodes, ObjectKey key) => vnodes
        .Select(vnode => vnode.Data.GetValueOrDefault(key))
        .OfType<IReplicated>()
        .Aggregate((IReplicated?)null, (merged, state) => merged is null || ReferenceEquals(merged, state) ? state : merged.MergeWith(state));

    private List<Vnode> Up(RiakTestNode node)
    {
        var up = _vnodes.Where(vnode => vnode.IsUp).OrderBy(vnode => vnode.Node != node).ToList();
        return up.Count > 0 ? up : throw new ServerErrorException("all_nodes_down");
    }
}
