using System.Collections.Immutable;

namespace ShellCorp.AppHost.Reports;

/// <summary>What came out of a run; written as JSON.</summary>
public sealed record RunReport
{
    /// <summary><c>simulator</c> or <c>wyscout:folder</c>.</summary>
    public required string Feed { get; init; }

    /// <summary>From the first event sent to the last effect.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>Rows of the feed, as ingest answered them.</summary>
    public required RowCounts Events { get; init; }

    /// <summary>Topic → records, from the brokers' end offsets.</summary>
    public required ImmutableSortedDictionary<string, long> Records { get; init; }

    /// <summary>Topic → records that took effect, summed over the grains.</summary>
    public required ImmutableSortedDictionary<string, long> Applied { get; init; }

    /// <summary>Records recognised by their id and not applied again, summed over the grains.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Records in the dead-letter topics, from the brokers' end offsets.</summary>
    public required long DeadLettered { get; init; }

    /// <summary>Records that our consumer groups have not finished, from the brokers.</summary>
    public required long Lag { get; init; }

    /// <summary>Every known match, ascending by id.</summary>
    public required ImmutableArray<MatchLine> Matches { get; init; }

    /// <summary>Everyone who was on the pitch or has events, ascending by match and player.</summary>
    public required ImmutableArray<RatingLine> Ratings { get; init; }
}
