namespace ShellCorp.Analytics.Operations;

/// <summary>What a replay does with a partition.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition.</param>
/// <param name="From">The offset that is loaded again first.</param>
/// <param name="Loaded">The ledger's <c>next</c> before: the replay is over once it is there again.</param>
/// <param name="Oldest">The oldest offset that the log still has. What was loaded of earlier ones stays as it is.</param>
public sealed record ReplayedPartition(string Topic, int Partition, long From, long Loaded, long Oldest);
