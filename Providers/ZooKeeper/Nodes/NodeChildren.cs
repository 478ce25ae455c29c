using System.Collections.Immutable;

namespace ZooKeeper.Client;

/// <summary>A node's children and its own stat, read at once.</summary>
/// <param name="Names">The children's names (not paths), in no order.</param>
/// <param name="Stat">The parent's stat.</param>
public sealed record NodeChildren(ImmutableArray<string> Names, NodeStat Stat);
