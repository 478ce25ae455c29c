namespace ShellCorp.Cluster.TestSilo.Tallies;

/// <summary>What moves along.</summary>
[GenerateSerializer, Immutable, Alias("test.tally-count")]
public sealed record TallyCount
{
    /// <summary>How many entries the grain was told.</summary>
    [Id(0)] public long Entries { get; init; }

#if NEXT
    /// <summary>What only the next version knows.</summary>
    [Id(1)] public string? Weights { get; init; }
#endif
}
