using ShellCorp.Events;

namespace ShellCorp.Feeds;

/// <summary>How much of the goal is seen from a place: what makes a chance a big one.</summary>
internal static class GoalView
{
    private const double PitchLength = 105;
    private const double PitchWidth = 68;

    /// <summary>Whether the goal is seen under 30 degrees, for headers 45: inside a circle through both posts.</summary>
    public static bool IsWide(PitchPoint place, bool header)
    {
        var (depth, side) = ((100 - place.X) * PitchLength / 100, (place.Y - 50) * PitchWidth / 100);
        var (centre, radius) = header ? (3.66, 5.18) : (6.34, 7.32);
        return ((depth - centre) * (depth - centre)) + (side * side) <= radius * radius;
    }
}
