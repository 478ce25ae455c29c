namespace ShellCorp.Grains.Players.Ratings;

/// <summary>When a player was on the pitch, and what happened to the team then.</summary>
public static class PitchTime
{
    private const int CleanSheetMinutes = 60;

    /// <summary>Scheduled minutes from coming on to leaving the pitch, or to the latest known moment.</summary>
    public static int MinutesPlayed(RatingTally tally)
    {
        if (tally.CameOn is not { } on)
            return 0;

        var end = tally.LeftPitch?.ScheduledMinute ?? (tally.Final ? tally.FullTimeMinute : tally.LatestTime.ScheduledMinute);
        return Math.Max(0, end - on.ScheduledMinute);
    }

    /// <summary>
    /// Goals of the opponents while the player was on the pitch: from the moment of coming on up to, and not at, the moment of leaving.
    /// </summary>
    public static int GoalsConceded(RatingTally tally) =>
        tally.CameOn is { } on ? tally.Conceded.Count(goal => goal >= on && (tally.LeftPitch is not { } off || goal < off)) : 0;

    /// <summary>At full time: whether the player kept a clean sheet long enough.</summary>
    public static bool KeptCleanSheet(RatingTally tally, int minutesPlayed) =>
        tally.Final && minutesPlayed >= CleanSheetMinutes && GoalsConceded(tally) == 0;

    /// <summary>At full time: whether one of the player's goals was the first that the losers didn't reach any more.</summary>
    public static bool ScoredWinner(RatingTally tally) =>
        tally.Final && tally.Scored.Length > tally.Conceded.Length && tally.Goals.Contains(tally.Scored[tally.Conceded.Length]);
}
