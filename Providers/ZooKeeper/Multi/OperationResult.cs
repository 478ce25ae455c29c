namespace ZooKeeper.Client;

/// <summary>What one operation of a successful <see cref="ZooKeeperClient.MultiAsync"/> gave.</summary>
/// <param name="Path">The node; of a sequential one, with its digits.</param>
/// <param name="Stat">The stat after a set and of a container; the server gives none for others.</param>
public sealed record OperationResult(string Path, NodeStat? Stat);
