namespace ShellCorp.Analytics.Warehouse;

/// <summary>A range that doesn't begin where the ledger ends: somebody else has loaded a part of it, or what comes before it is missing.</summary>
public sealed class RangeRefusedException(LogPartition partition, long first, long next, long expected)
    : Exception(FormattableString.Invariant(
        $"{partition}: offsets {first} to {next - 1} can't be loaded, the ledger continues at {expected}; {(first < expected ? "they overlap what is loaded" : "what comes before them is missing")}."))
{
    /// <summary>The partition.</summary>
    public LogPartition Partition { get; } = partition;

    /// <summary>Where the ledger continues.</summary>
    public long Expected { get; } = expected;
}
