using ShellCorp.Events;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>What an applied <see cref="PlayerUpdate"/> leaves behind: enough to rate and to explain, without ids.</summary>
/// <param name="Time">When, by the match's clock.</param>
/// <param name="Kind">What.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Qualifiers">Closer circumstances.</param>
/// <param name="Zone">Where it happened.</param>
/// <param name="Role">The player's line where the update tells it.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.applied-update.v1")]
public readonly record struct AppliedUpdate(
    [property: Id(0)] MatchTime Time,
    [property: Id(1)] PlayerAction Kind,
    [property: Id(2)] ActionOutcome Outcome,
    [property: Id(3)] ActionQualifiers Qualifiers,
    [property: Id(4)] PitchZone Zone,
    [property: Id(5)] PlayerRole Role)
    : IComparable<AppliedUpdate>
{
    /// <summary>True for what the match did to the player.</summary>
    public bool IsDerived => Kind >= PlayerAction.CameOn;

    /// <summary>Keeps what the rating needs.</summary>
    public static AppliedUpdate From(PlayerUpdate update) =>
        new(update.Time, update.Kind, update.Outcome, update.Qualifiers, PitchZones.Of(update.Start), update.Role);

    /// <summary>By time; full time comes last, whatever stoppage time was played, and equals are told apart by all they hold.</summary>
    public int CompareTo(AppliedUpdate other) => Order(this).CompareTo(Order(other));

    public static bool operator <(AppliedUpdate left, AppliedUpdate right) => left.CompareTo(right) < 0;

    public static bool operator >(AppliedUpdate left, AppliedUpdate right) => left.CompareTo(right) > 0;

    public static bool operator <=(AppliedUpdate left, AppliedUpdate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AppliedUpdate left, AppliedUpdate right) => left.CompareTo(right) >= 0;

    private static (bool, MatchTime, bool, PlayerAction, ActionOutcome, ActionQualifiers, PitchZone, PlayerRole) Order(AppliedUpdate update) =>
        (update.Kind == PlayerAction.FullTime, update.Time, update.Kind != PlayerAction.CameOn, update.Kind, update.Outcome, update.Qualifiers,
            update.Zone, update.Role);
}
