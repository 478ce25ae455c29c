namespace Patroni.Partitions;

/// <summary>Where a partition is.</summary>
public sealed record PartitionPlace
{
    /// <summary>The scope that has it.</summary>
    public required string Scope { get; init; }

    /// <summary>The move that is under way, or that has still to tidy up; null if none is.</summary>
    public PartitionMove? Move { get; init; }
}
