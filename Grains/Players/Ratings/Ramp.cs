using System.Collections.Immutable;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>Points that rise from corner to corner along straight lines and stay level outside.</summary>
/// <param name="steps">The corners, ascending; at least one.</param>
public sealed class Ramp(ImmutableArray<RampStep> steps)
{
    /// <summary>The points at a place, in thousandths, rounded towards zero.</summary>
    public int At(int place)
    {
        if (place <= steps[0].At)
            return steps[0].Points;

        for (var i = 1; i < steps.Length; i++)
        {
            var (from, to) = (steps[i - 1], steps[i]);
            if (place < to.At)
                return from.Points + (int)((long)(to.Points - from.Points) * (place - from.At) / (to.At - from.At));
        }

        return steps[^1].Points;
    }
}
