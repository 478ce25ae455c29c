using ShellCorp.Events;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>The zone of a place on the pitch.</summary>
public static class PitchZones
{
    /// <summary>The zone of a place; unknown where there is none.</summary>
    public static PitchZone Of(PitchPoint? place) => place is { X: >= 0 and <= 100, Y: >= 0 and <= 100 } known ? Of(known) : PitchZone.Unknown;

    private static PitchZone Of(PitchPoint place) => place switch
    {
        // A penalty area is 16.5 m deep and 40.3 m wide on a pitch of 105 by 68 m.
        { X: >= 90, Y: >= 37 and <= 63 } => PitchZone.GoalMouth,
        { X: >= 84, Y: >= 20 and <= 80 } => PitchZone.Box,
        { X: >= 66.7 } => PitchZone.FinalThird,
        { X: >= 33.3 } => PitchZone.MiddleThird,
        _ => PitchZone.OwnThird,
    };
}
