using Riak.Nodes;

namespace Riak.Requests;

/// <summary>Which node a call tries next: one it hasn't tried, that is up, and has the least to do.</summary>
internal sealed class NodePlan(IReadOnlyList<RiakNode> nodes, int rotation)
{
    private readonly HashSet<RiakNode> _tried = [];
    private readonly HashSet<RiakNode> _unreachable = [];

    public RiakNode? Next()
    {
        RiakNode? best = null;
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[(int)((uint)(rotation + i) % (uint)nodes.Count)];
            if (!_unreachable.Contains(node) && (best is null || Rank(node).CompareTo(Rank(best)) < 0))
                best = node;
        }

        if (best is not null)
            _tried.Add(best);
        return best;
    }

    public void Exclude(RiakNode node) => _unreachable.Add(node);

    private (bool Tried, bool Down, int InFlight) Rank(RiakNode node) => (_tried.Contains(node), !node.IsUp, node.InFlight);
}
