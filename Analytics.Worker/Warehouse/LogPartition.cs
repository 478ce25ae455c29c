namespace ShellCorp.Analytics.Warehouse;

/// <summary>A partition of the log.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Number">Its partition, from 0.</param>
public readonly record struct LogPartition(string Topic, int Number)
{
    /// <summary><c>topic/partition</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Topic}/{Number}");
}
