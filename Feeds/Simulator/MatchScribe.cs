using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>Writes down a match: numbers the events and gives them their times.</summary>
internal sealed class MatchScribe(MatchId match, string prefix, DateTimeOffset kickOff, MatchClock clock)
{
    private readonly ImmutableArray<FeedStep>.Builder _steps = ImmutableArray.CreateBuilder<FeedStep>();
    private int _events;

    /// <summary>What a player does, and the fact of the match that it is.</summary>
    public void Row(PlayerUpdate update, MatchUpdate? fact = null) => _steps.Add(new()
    {
        At = clock.At,
        IsRow = true,
        PlayerUpdates = [update],
        MatchUpdates = fact is null ? [] : [fact],
    });

    /// <summary>A row of the source without a player.</summary>
    public void Interruption() => _steps.Add(new() { At = clock.At, IsRow = true, MatchUpdates = [Fact(MatchFact.Interruption)] });

    /// <summary>What the match's own data tell.</summary>
    public void Note(MatchUpdate fact) => _steps.Add(new() { At = clock.At, IsRow = false, MatchUpdates = [fact] });

    public PlayerUpdate Action(TeamId team, PlayerId player, PlayerAction kind, ActionOutcome outcome) => new()
    {
        Id = NextId(),
        MatchId = match,
        PlayerId = player,
        TeamId = team,
        Kind = kind,
        Outcome = outcome,
        Time = clock.Time,
        OccurredAt = kickOff + clock.At,
    };

    public MatchUpdate Fact(MatchFact kind, TeamId? team = null, PlayerId? player = null) => new()
    {
        Id = NextId(),
        MatchId = match,
        Kind = kind,
        TeamId = team,
        PlayerId = player,
        Time = clock.Time,
        OccurredAt = kickOff + clock.At,
    };

    /// <summary>Adds to the last row what only the next one shows: that it was the pass before a goal.</summary>
    public void QualifyLast(ActionQualifiers qualifier)
    {
        var last = _steps[^1];
        _steps[^1] = last with { PlayerUpdates = [last.PlayerUpdates[0] with { Qualifiers = last.PlayerUpdates[0].Qualifiers | qualifier }] };
    }

    public ImmutableArray<FeedStep> ToSteps() => _steps.ToImmutable();

    private string NextId() => FormattableString.Invariant($"{prefix}/{++_events}");
}
