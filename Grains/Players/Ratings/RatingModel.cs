using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Players;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>
/// From counts to a rating: a pure function in integers, the same on every machine. Points of the table add up; the rating goes from 6.00
/// towards 10.00 or 3.00 as far as the sum is large against the scale, so that better is always higher and nothing is cut off.
/// </summary>
public static class RatingModel
{
    private const int Start = 600;
    private const long Upwards = 4000;
    private const long Downwards = 3000;
    private const long MostPoints = 1_000_000_000;

    /// <summary>The rating of a tally under some weights.</summary>
    public static Rating Rate(RatingTally tally, RatingWeights weights)
    {
        var minutes = PitchTime.MinutesPlayed(tally);
        Span<long> points = stackalloc long[Enum.GetValues<RatingCategory>().Length];
        RatingPoints.Sum(tally, minutes, weights, points);

        var sum = 0L;
        foreach (ref var category in points)
            sum += category = Math.Clamp(category, -MostPoints, MostPoints);
        sum = Math.Clamp(sum, -MostPoints, MostPoints);

        var reach = sum < 0 ? Downwards : Upwards;
        long scale = sum < 0 ? weights.DownwardScale : weights.UpwardScale;
        var distance = SquareRoot((sum * sum) + (scale * scale));
        var hundredths = (int)RoundedQuotient(reach * sum, distance * 10);
        return new(Start + hundredths, minutes >= weights.ShownAfterMinutes, minutes, Share(points, reach, distance, hundredths * 10));
    }

    /// <summary>What is published for a tally.</summary>
    public static LiveRatingUpdate ToLive(PlayerId player, MatchId match, RatingTally tally, RatingWeights weights)
    {
        var rating = Rate(tally, weights);
        return new()
        {
            PlayerId = player,
            MatchId = match,
            TeamId = tally.Team,
            Version = tally.Version,
            RatingHundredths = rating.Hundredths,
            Shown = rating.Shown,
            MinutesPlayed = rating.MinutesPlayed,
            Events = tally.Events,
            Final = tally.Final,
            Weights = weights.Version,
            Categories = rating.Categories,
            Time = tally.LatestTime,
            OccurredAt = tally.LatestOccurredAt,
        };
    }

    /// <summary>Why a rating is what it is: the updates in the match's order, each with what it changed given those before it.</summary>
    /// <param name="updates">All updates of the player in the match, in any order.</param>
    /// <param name="weights">The weights.</param>
    /// <returns>
    /// The updates that changed the rating, latest first, whose deltas add up to the rating's distance from 6.00; and the rating over the
    /// match, one point for each minute in which it changed.
    /// </returns>
    public static (ImmutableArray<RatingContribution> Contributions, ImmutableArray<RatingPoint> Line) Explain(
        IEnumerable<AppliedUpdate> updates, RatingWeights weights)
    {
        var contributions = new List<RatingContribution>();
        var line = new List<RatingPoint>();
        var (tally, before) = (RatingTally.Empty, Start);
        foreach (var update in updates.Order())
        {
            tally = tally.Add(update);
            var after = Rate(tally, weights).Hundredths;
            if (after == before)
                continue;

            contributions.Add(Contribution(update, after - before));
            if (line.Count > 0 && SameMinute(line[^1].Time, update.Time))
                line.RemoveAt(line.Count - 1);
            line.Add(new(update.Time, after));
            before = after;
        }

        contributions.Reverse();
        return ([.. contributions], [.. line]);
    }

    private static RatingContribution Contribution(AppliedUpdate update, int delta) => new()
    {
        Time = update.Time,
        Kind = update.Kind,
        Outcome = update.Outcome,
        Qualifiers = update.Qualifiers,
        DeltaHundredths = delta,
    };

    private static bool SameMinute(MatchTime one, MatchTime other) => one.Period == other.Period && one.Minute == other.Minute;

    private static ImmutableArray<int> Share(ReadOnlySpan<long> points, long reach, long distance, int total)
    {
        var shares = ImmutableArray.CreateBuilder<int>(points.Length);
        var largest = 0;
        for (var i = 0; i < points.Length; i++)
        {
            shares.Add((int)(reach * points[i] / distance));
            if (Math.Abs(points[i]) > Math.Abs(points[largest]))
                largest = i;
        }

        // What rounding left over goes where it shows least.
        shares[largest] += total - shares.Sum();
        return shares.MoveToImmutable();
    }

    private static long RoundedQuotient(long dividend, long divisor) =>
        dividend < 0 ? -((-dividend + (divisor / 2)) / divisor) : (dividend + (divisor / 2)) / divisor;

    private static long SquareRoot(long square)
    {
        var root = square;
        for (var next = (root / 2) + 1; next < root; next = (root + (square / root)) / 2)
            root = next;
        return root;
    }
}
