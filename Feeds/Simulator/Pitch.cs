using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>Places on the pitch, in per cent, as the acting team sees them.</summary>
internal static class Pitch
{
    private const double BoxDepth = 16;
    private const double BoxLeft = 19;

    public static PitchPoint Centre { get; } = new(50, 50);

    public static PitchPoint PenaltySpot { get; } = new(89, 50);

    public static PitchPoint OwnGoal { get; } = new(0, 50);

    public static PitchPoint OpponentsGoal { get; } = new(100, 50);

    public static Zone ZoneOf(PitchPoint at) => at.X switch
    {
        < 100.0 / 3 => Zone.Own,
        < 200.0 / 3 => Zone.Middle,
        >= 100 - BoxDepth when at.Y is >= BoxLeft and <= 100 - BoxLeft => Zone.Box,
        _ => Zone.Final,
    };

    public static bool IsOwnBox(PitchPoint at) => at.X <= BoxDepth && at.Y is >= BoxLeft and <= 100 - BoxLeft;

    /// <summary>The same place as the other team sees it.</summary>
    public static PitchPoint Flip(PitchPoint at) => new(100 - at.X, 100 - at.Y);

    /// <summary>Kept on the pitch, to a tenth of a per cent.</summary>
    public static PitchPoint Clamp(double x, double y) => new(Math.Round(Math.Clamp(x, 0, 100), 1), Math.Round(Math.Clamp(y, 0, 100), 1));

    public static PitchPoint OnTouchline(PitchPoint at) => Clamp(at.X, at.Y < 50 ? 0 : 100);

    public static PitchPoint Corner(PitchPoint at) => new(100, at.Y < 50 ? 0 : 100);
}
