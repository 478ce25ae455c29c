namespace ShellCorp.Events;

/// <summary>
/// What one player did, or what the match did to the player (<see cref="PlayerAction"/>). Topic <see cref="Topics.PlayerUpdates"/>, key =
/// player. Applying it is idempotent by <see cref="Id"/> and commutative.
/// </summary>
[GenerateSerializer, Immutable, Alias("shellcorp.player-update.v1")]
public sealed record PlayerUpdate
{
    /// <summary>The event's identity (<c>ce_id</c>), at most 200 characters; the same id is the same event.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The match in which it happened.</summary>
    [Id(1)] public required MatchId MatchId { get; init; }

    /// <summary>The player it is credited to.</summary>
    [Id(2)] public required PlayerId PlayerId { get; init; }

    /// <summary>The player's team, where the source tells it.</summary>
    [Id(3)] public TeamId? TeamId { get; init; }

    /// <summary>What happened.</summary>
    [Id(4)] public required PlayerAction Kind { get; init; }

    /// <summary>How it ended.</summary>
    [Id(5)] public ActionOutcome Outcome { get; init; }

    /// <summary>Closer circumstances.</summary>
    [Id(6)] public ActionQualifiers Qualifiers { get; init; }

    /// <summary>When it happened, by the match's clock.</summary>
    [Id(7)] public MatchTime Time { get; init; }

    /// <summary>Where it happened; absent where the source doesn't know.</summary>
    [Id(8)] public PitchPoint? Start { get; init; }

    /// <summary>Where the ball went; absent where the source doesn't know.</summary>
    [Id(9)] public PitchPoint? End { get; init; }

    /// <summary>The player's line; told by <see cref="PlayerAction.CameOn"/>.</summary>
    [Id(10)] public PlayerRole Role { get; init; }

    /// <summary>When it happened, by the calendar (<c>ce_time</c>).</summary>
    [Id(11)] public DateTimeOffset OccurredAt { get; init; }

    /// <summary>True for what the match grain derives; such updates aren't counted among a player's own events.</summary>
    public bool IsDerived => Kind >= PlayerAction.CameOn;
}
