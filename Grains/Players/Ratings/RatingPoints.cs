using ShellCorp.Events;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>The points of a tally, category by category, in thousandths.</summary>
internal static class RatingPoints
{
    private static readonly RatingStatistic[] Statistics = Enum.GetValues<RatingStatistic>();

    public static void Sum(RatingTally tally, int minutesPlayed, RatingWeights weights, Span<long> points)
    {
        foreach (var statistic in Statistics)
        {
            var weight = weights[statistic];
            points[(int)weight.Category] += (long)Count(tally, minutesPlayed, statistic) * weight.Of(tally.Role);
        }

        points[(int)RatingCategory.Presence] += weights.Minutes.At(minutesPlayed);
        points[(int)RatingCategory.Passing] += PassAccuracy(tally, weights);
    }

    private static int Count(RatingTally tally, int minutesPlayed, RatingStatistic statistic) => statistic switch
    {
        RatingStatistic.Goal => tally.Goals.Length,
        RatingStatistic.WinningGoal => PitchTime.ScoredWinner(tally) ? 1 : 0,
        RatingStatistic.CleanSheet => PitchTime.KeptCleanSheet(tally, minutesPlayed) ? 1 : 0,
        RatingStatistic.RedCard => tally.SentOff is null ? 0 : 1,
        // As the table has it, a red card takes the place of the yellow one.
        RatingStatistic.YellowCard => tally.SentOff is null ? tally[statistic] : 0,
        RatingStatistic.GoalConceded => PitchTime.GoalsConceded(tally),
        RatingStatistic.MinutePlayed => minutesPlayed,
        _ => tally[statistic],
    };

    private static long PassAccuracy(RatingTally tally, RatingWeights weights)
    {
        var completed = tally[RatingStatistic.PassCompleted];
        var attempts = completed + tally[RatingStatistic.PassMissed];
        if (attempts == 0)
            return 0;

        var accuracy = (int)(1000L * completed / attempts);
        return (long)weights.PassAccuracy.At(accuracy) * weights.PassAttempts.At(attempts) / 1000;
    }
}
