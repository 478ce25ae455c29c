using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>A row of the events file.</summary>
internal sealed record WyscoutRow
{
    public required MatchId Match { get; init; }

    /// <summary>Unique within the match: a repeated or missing number is told apart by the row's place.</summary>
    public required string Key { get; init; }

    public required MatchPeriod Period { get; init; }

    /// <summary>Since the period's start.</summary>
    public required double Seconds { get; init; }

    public required TeamId Team { get; init; }

    /// <summary>Null where it is credited to nobody.</summary>
    public required PlayerId? Player { get; init; }

    public required int Event { get; init; }

    /// <summary>0 where there is none.</summary>
    public required int SubEvent { get; init; }

    public required ImmutableArray<int> Tags { get; init; }

    public required PitchPoint? Start { get; init; }

    public required PitchPoint? End { get; init; }

    public MatchTime Time => WyscoutClock.TimeOf(Period, Seconds);

    public bool Has(int tag) => Tags.Contains(tag);

    /// <summary>An attempt on goal in play.</summary>
    public bool IsAttempt => Period != MatchPeriod.ShootOut && IsKickAtGoal;

    /// <summary>An attempt on goal, the shoot-out's among them.</summary>
    public bool IsKickAtGoal => Event == WyscoutEvent.Shot || SubEvent is WyscoutEvent.FreeKickShot or WyscoutEvent.Penalty;

    /// <summary>A goal in play for the row's team. The tag stands on the beaten keeper's save too, which isn't one.</summary>
    public bool IsGoal => Period != MatchPeriod.ShootOut && Event is (WyscoutEvent.Shot or WyscoutEvent.FreeKick) && Has(WyscoutTag.Goal);

    /// <summary>A goal in play against the row's team by its own player; see <see cref="OwnGoals"/> for a keeper's.</summary>
    public bool IsOwnGoal => Period != MatchPeriod.ShootOut && Has(WyscoutTag.OwnGoal);

    /// <summary>Shows that the player is on the pitch for the team: who is only booked needn't be.</summary>
    public bool IsPlayedBy(TeamId team) => Team == team && Player is not null && Event != WyscoutEvent.Foul && Period != MatchPeriod.ShootOut;

    /// <summary>By the other team.</summary>
    public bool IsAgainst(WyscoutRow other) => Team != other.Team;
}
