namespace ShellCorp.AppHost.Reports;

/// <summary>A player's rating in a match.</summary>
public sealed record RatingLine
{
    /// <summary>The match.</summary>
    public required long MatchId { get; init; }

    /// <summary>The player.</summary>
    public required long PlayerId { get; init; }

    /// <summary>The player's team; null where nobody told it.</summary>
    public long? TeamId { get; init; }

    /// <summary>3.00 to 10.00, two decimals.</summary>
    public required decimal Rating { get; init; }

    /// <summary>Whether users see it.</summary>
    public required bool Shown { get; init; }

    /// <summary>Player updates applied.</summary>
    public required int Version { get; init; }

    /// <summary>Rows of the feed credited to the player.</summary>
    public required int Events { get; init; }

    /// <summary>By the schedule, from coming on to going off.</summary>
    public required int MinutesPlayed { get; init; }
}
