namespace ShellCorp.Cluster.TestSilo.Tallies;

/// <summary>What is stored.</summary>
[GenerateSerializer, Immutable, Alias("test.tally-state")]
public sealed record TallyState
{
    /// <summary>The sum of all amounts.</summary>
    [Id(0)] public long Sum { get; init; }

#if NEXT
    /// <summary>What only the next version knows.</summary>
    [Id(2)] public string? Weights { get; init; }
#endif

    /// <summary>How many entries there were.</summary>
    [Id(1)] public long Entries { get; init; }
}
