namespace ShellCorp.Feeds.Running;

/// <summary>How far a feed has been played.</summary>
public sealed record FeedProgress
{
    /// <summary>Matches being played.</summary>
    public required int MatchesRunning { get; init; }

    /// <summary>Matches played to the end.</summary>
    public required int MatchesFinished { get; init; }

    /// <summary>Rows taken from the feed; those not yet accepted or rejected are on their way.</summary>
    public required long Read { get; init; }

    /// <summary>Rows all of whose events are in the log.</summary>
    public required long Accepted { get; init; }

    /// <summary>Rows with an event that was rejected.</summary>
    public required long Rejected { get; init; }

    /// <summary>Events sent again, because they were deferred or their fate was unknown.</summary>
    public required long SentAgain { get; init; }
}
