using System.Collections.Concurrent;
using System.Collections.Immutable;
using ShellCorp.Counters;
using ShellCorp.Events;
using ShellCorp.Ingest;
using ShellCorp.Matches;
using ShellCorp.Players;
using ShellCorp.Registry;
using ShellCorp.Teams;

namespace ShellCorp.Web.Tests.Scripted;

/// <summary>What the scripted grains answer; a test writes it, the grains of every silo of the test's cluster read it.</summary>
public sealed class Script
{
    public ConcurrentDictionary<MatchId, MatchView> Matches { get; } = [];

    public ConcurrentDictionary<(PlayerId, MatchId), RatingExplanation> Ratings { get; } = [];

    public ConcurrentDictionary<PlayerId, PlayerProfile> Players { get; } = [];

    public ConcurrentDictionary<TeamId, TeamView> Teams { get; } = [];

    public ConcurrentDictionary<PlayerId, PlayerCounters> Counters { get; } = [];

    public CounterStatus CounterStatus { get; set; } = CounterStatus.Current;

    /// <summary>What the door answers to an event; accepted unless a test says otherwise.</summary>
    public Func<string, IngestAnswer> Door { get; set; } = id => new() { EventId = id, Status = IngestStatus.Accepted };

    /// <summary>When the door says to come again.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>Thrown by every grain that a page or the API reads; null where all is well.</summary>
    public Exception? Outage { get; set; }

    /// <summary>Events that reached the door.</summary>
    public ConcurrentQueue<object> Taken { get; } = [];

    public IngestReply Reply(IEnumerable<string> ids) => new() { Answers = [.. ids.Select(id => Door(id))], RetryAfter = RetryAfter };

    /// <summary>Fails where a test wants an outage.</summary>
    public void Check()
    {
        if (Outage is { } outage)
            throw outage;
    }

    /// <summary>The newest rating of each player of a match.</summary>
    public ImmutableArray<LiveRatingUpdate> RatingsOf(MatchId match) =>
        [.. Ratings.Where(r => r.Key.Item2 == match).Select(r => r.Value.Rating.Live).OrderBy(r => r.PlayerId.Value)];
}
