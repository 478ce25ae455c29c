namespace ShellCorp.Silo.Projection;

/// <summary>How far a partition is projected, as last seen by the silo that has it.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Next">The stored position.</param>
/// <param name="Lag">How many records wait.</param>
/// <param name="Halted">Why it stands still until somebody acts; null where it moves.</param>
public sealed record ProjectedPartitionStatus(string Topic, int Partition, long Next, long Lag, string? Halted);
