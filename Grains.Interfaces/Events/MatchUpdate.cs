namespace ShellCorp.Events;

/// <summary>
/// A fact of a match. Topic <see cref="Topics.MatchUpdates"/>, key = match. Applying it is idempotent by <see cref="Id"/> and commutative:
/// the match grain derives the same player updates from the same facts in whatever order they come.
/// </summary>
[GenerateSerializer, Immutable, Alias("shellcorp.match-update.v1")]
public sealed record MatchUpdate
{
    /// <summary>The event's identity (<c>ce_id</c>), at most 200 characters; the same id is the same event.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The match.</summary>
    [Id(1)] public required MatchId MatchId { get; init; }

    /// <summary>What happened.</summary>
    [Id(2)] public required MatchFact Kind { get; init; }

    /// <summary>The acting team; required for goals, cards, substitutions and the shoot-out.</summary>
    [Id(3)] public TeamId? TeamId { get; init; }

    /// <summary>The scorer, the one carded, the one who goes off; required for own goals, cards and substitutions.</summary>
    [Id(4)] public PlayerId? PlayerId { get; init; }

    /// <summary>The one who comes on; required for substitutions.</summary>
    [Id(5)] public PlayerId? PlayerInId { get; init; }

    /// <summary>When it happened, by the match's clock; for <see cref="MatchFact.FullTime"/> the period is the last one played.</summary>
    [Id(6)] public MatchTime Time { get; init; }

    /// <summary>The squads; required for <see cref="MatchFact.LineUp"/>.</summary>
    [Id(7)] public MatchSheet? Sheet { get; init; }

    /// <summary>When it happened, by the calendar (<c>ce_time</c>).</summary>
    [Id(8)] public DateTimeOffset OccurredAt { get; init; }
}
