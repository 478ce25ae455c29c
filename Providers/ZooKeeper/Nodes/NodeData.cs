namespace ZooKeeper.Client;

/// <summary>A node's data and stat, read at once.</summary>
/// <param name="Data">The data; empty where the server has none.</param>
/// <param name="Stat">The stat.</param>
public sealed record NodeData(ReadOnlyMemory<byte> Data, NodeStat Stat);
