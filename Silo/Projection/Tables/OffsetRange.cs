namespace ShellCorp.Silo.Projection.Tables;

/// <summary>What of a partition a batch holds.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Since">The first offset, where the position must be.</param>
/// <param name="Until">The offset after the last, where it will be.</param>
internal readonly record struct OffsetRange(string Topic, int Partition, long Since, long Until);
