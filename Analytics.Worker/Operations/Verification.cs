namespace ShellCorp.Analytics.Operations;

/// <summary>What a comparison of log and warehouse found.</summary>
/// <param name="Partitions">How many partitions were compared.</param>
/// <param name="Events">How many events of the log.</param>
/// <param name="Differences">Where they differ; empty where they don't.</param>
public sealed record Verification(int Partitions, long Events, IReadOnlyList<Difference> Differences);
