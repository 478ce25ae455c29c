namespace ShellCorp.Cluster.TestSilo.Tallies;

/// <summary>What a tally says.</summary>
[GenerateSerializer, Immutable, Alias("test.tally-answer")]
public sealed record TallyAnswer
{
#if NEXT
    /// <summary>What only the next version knows.</summary>
    [Id(3)] public required string? Weights { get; init; }
#endif

    /// <summary>The version of the contract that answers.</summary>
    [Id(0)] public required int Version { get; init; }

    /// <summary>What is stored.</summary>
    [Id(1)] public required TallyState Stored { get; init; }

    /// <summary>How often entries were added, by the activation's own count, which goes along when it moves and is lost when it ends.</summary>
    [Id(2)] public required TallyCount Counted { get; init; }
}
