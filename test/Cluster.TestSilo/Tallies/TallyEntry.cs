namespace ShellCorp.Cluster.TestSilo.Tallies;

/// <summary>A message.</summary>
[GenerateSerializer, Immutable, Alias("test.tally-entry")]
public sealed record TallyEntry
{
    /// <summary>How much is added.</summary>
    [Id(0)] public required long Amount { get; init; }

#if NEXT
    /// <summary>What only the next version knows.</summary>
    [Id(1)] public string? Weight { get; init; }
#endif
}
