using System.Collections.Immutable;

namespace ZooKeeper.Client;

/// <summary>A node's access list and stat, read at once.</summary>
/// <param name="Entries">The list; digests are masked by the server unless the reader may administer the node.</param>
/// <param name="Stat">The stat.</param>
public sealed record NodeAcl(ImmutableArray<Acl> Entries, NodeStat Stat);
