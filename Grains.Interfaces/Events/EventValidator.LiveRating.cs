using ShellCorp.Events.Json;

namespace ShellCorp.Events;

/// <content>Rules for live ratings.</content>
public static partial class EventValidator
{
    private static readonly int CategoryCount = Enum.GetValues<RatingCategory>().Length;

    internal static void Check(LiveRatingUpdate update, FieldErrors errors)
    {
        CheckPositive("playerId", update.PlayerId.Value, errors);
        CheckPositive("matchId", update.MatchId.Value, errors);
        if (update.TeamId is { } team)
            CheckPositive("teamId", team.Value, errors);

        CheckPositive("version", update.Version, errors);
        if (update.RatingHundredths is < 300 or > 1000)
            errors.Add("ratingHundredths", update.RatingHundredths, "must be between 300 and 1000");

        if (update.MinutesPlayed is < 0 or > 120)
            errors.Add("minutesPlayed", update.MinutesPlayed, "must be between 0 and 120, by the schedule");

        if (update.Events < 0)
            errors.Add("events", update.Events, "must not be negative");

        CheckName("weights", update.Weights, errors);
        if (update.Categories.IsDefault || update.Categories.Length != CategoryCount)
            errors.Add("categories", update.Categories.IsDefault ? 0 : update.Categories.Length, $"numbers, there must be {CategoryCount}");

        CheckTime(update.Time, errors);
    }
}
