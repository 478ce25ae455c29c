namespace ZooKeeper.Client;

/// <summary>A node that was created.</summary>
/// <param name="Path">Its path, with the digits of a sequential one.</param>
/// <param name="Stat">Its stat.</param>
public sealed record CreatedNode(string Path, NodeStat Stat);
