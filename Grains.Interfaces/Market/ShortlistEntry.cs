namespace ShellCorp.Market;

/// <summary>A player on a club's shortlist.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.shortlist-entry.v1")]
public sealed record ShortlistEntry
{
    /// <summary>The player.</summary>
    [Id(0)] public required MarketPlayer Player { get; init; }

    /// <summary>The club's own note, at most 1,000 characters.</summary>
    [Id(1)] public required string Note { get; init; }
}
