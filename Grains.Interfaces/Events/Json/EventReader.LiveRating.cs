using System.Collections.Immutable;
using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <content>Live ratings.</content>
public static partial class EventReader
{
    private static LiveRatingUpdate ReadLiveRatingUpdate(FieldReader fields, EventEnvelope envelope)
    {
        var update = new LiveRatingUpdate
        {
            PlayerId = new(fields.Integer("playerId", required: true) ?? 0),
            MatchId = new(fields.Integer("matchId", required: true) ?? 0),
            TeamId = ReadId<TeamId>(fields, "teamId"),
            Version = fields.Int32("version", required: true) ?? 0,
            RatingHundredths = fields.Int32("ratingHundredths", required: true) ?? 0,
            Shown = fields.Flag("shown", required: true) ?? false,
            MinutesPlayed = fields.Int32("minutesPlayed", required: true) ?? 0,
            Events = fields.Int32("events", required: true) ?? 0,
            Final = fields.Flag("final", required: true) ?? false,
            Weights = fields.Text("weights", required: true) ?? "",
            Categories = ReadCategories(fields),
            Time = ReadTime(fields, minuteRequired: true, null),
            OccurredAt = envelope.Time ?? default,
        };
        EventValidator.Check(update, fields.Errors);
        if (!fields.Errors.Any && update.Id != envelope.Id)
            fields.Errors.Add("id", envelope.Id, $"must be {update.Id}, made of player, match and version");

        return update;
    }

    private static ImmutableArray<int> ReadCategories(FieldReader fields)
    {
        if (fields.Array("categories", required: true) is not { } array)
            return [];

        var categories = ImmutableArray.CreateBuilder<int>(array.GetArrayLength());
        foreach (var (index, item) in array.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var thousandths))
                categories.Add(thousandths);
            else
                fields.Errors.Add($"categories[{index}]", FieldReader.Raw(item), "must be a whole number, without quotes");
        }

        return categories.DrainToImmutable();
    }
}
