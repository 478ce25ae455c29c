using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Market;

namespace ShellCorp.Analytics.Landing;

/// <summary>What stands in landed files, by topic. Columns may be added; readers take files of before as if they were null there.</summary>
internal static class LandedSchemas
{
    /// <summary>Files of <see cref="Topics.PlayerUpdates"/>: one row an event.</summary>
    public static LandedSchema<LandedRow<PlayerUpdate>> PlayerUpdates { get; } = Of<PlayerUpdate>(update => update.Id)
        .With("match_id", row => row.Event.MatchId.Value)
        .With("player_id", row => row.Event.PlayerId.Value)
        .With("team_id", row => row.Event.TeamId?.Value)
        .With("kind", row => WireNames.Actions.Of(row.Event.Kind))
        .With("derived", row => row.Event.IsDerived)
        .With("outcome", row => WireNames.Outcomes.Of(row.Event.Outcome))
        .With("qualifiers", row => (long)row.Event.Qualifiers)
        .WithClock(row => row.Event.Time)
        .With("x", row => row.Event.Start?.X)
        .With("y", row => row.Event.Start?.Y)
        .With("end_x", row => row.Event.End?.X)
        .With("end_y", row => row.Event.End?.Y)
        .With("role", row => WireNames.Roles.Of(row.Event.Role));

    /// <summary>Files of <see cref="Topics.MatchUpdates"/>: one row an event, and one for each player of a line-up.</summary>
    public static LandedSchema<SquadRow> MatchUpdates { get; } = new LandedSchema<SquadRow>()
        .With("log_partition", row => row.Row.Partition)
        .With("log_offset", row => row.Row.Offset)
        .With<string?>("event_id", row => row.Row.Event.Id)
        .With("occurred_at", row => row.Row.OccurredAt)
        .With("match_id", row => row.Row.Event.MatchId.Value)
        .With("kind", row => WireNames.Facts.Of(row.Row.Event.Kind))
        .With("team_id", row => row.Row.Event.TeamId?.Value)
        .With("player_id", row => row.Row.Event.PlayerId?.Value)
        .With("player_in_id", row => row.Row.Event.PlayerInId?.Value)
        .WithClock(row => row.Row.Event.Time)
        .With("squad_row", row => row.Number)
        .With("competition", row => row.Row.Event.Sheet?.Competition)
        .With("kick_off", row => row.Row.Event.Sheet?.KickOff.UtcDateTime)
        .With("home_team_id", row => row.Row.Event.Sheet?.Home.TeamId.Value)
        .With("away_team_id", row => row.Row.Event.Sheet?.Away.TeamId.Value)
        .With("squad_team_id", row => row.Team?.TeamId.Value)
        .With("squad_team_name", row => row.Team?.Name)
        .With("squad_player_id", row => row.Player?.PlayerId.Value)
        .With("squad_player_name", row => row.Player?.Name)
        .With("squad_role", row => row.Player is { } player ? WireNames.Roles.Of(player.Role) : null)
        .With("squad_starts", row => row.Player?.Starts);

    /// <summary>Files of <see cref="Topics.LiveRatingUpdates"/>: one row a version.</summary>
    public static LandedSchema<LandedRow<LiveRatingUpdate>> LiveRatingUpdates { get; } = Of<LiveRatingUpdate>(update => update.Id)
        .With("player_id", row => row.Event.PlayerId.Value)
        .With("match_id", row => row.Event.MatchId.Value)
        .With("team_id", row => row.Event.TeamId?.Value)
        .With("version", row => row.Event.Version)
        .With("rating_hundredths", row => row.Event.RatingHundredths)
        .With("shown", row => row.Event.Shown)
        .With("minutes_played", row => row.Event.MinutesPlayed)
        .With("own_events", row => row.Event.Events)
        .With("final", row => row.Event.Final)
        .With("weights", row => row.Event.Weights)
        .WithCategories()
        .WithClock(row => row.Event.Time);

    /// <summary>Files of <see cref="Topics.MarketEvents"/>: one row an event.</summary>
    public static LandedSchema<LandedRow<MarketEvent>> MarketEvents { get; } = Of<MarketEvent>(market => market.Id)
        .With("player_id", row => row.Event.PlayerId.Value)
        .With("sequence", row => row.Event.Sequence)
        .With("kind", row => WireNames.MarketEvents.Of(row.Event.Kind))
        .With("agent_id", row => row.Event.AgentId.Value)
        .With("club_id", row => row.Event.ClubId.Value)
        .With("pitch_id", row => row.Event.PitchId?.ToString())
        .With("offer_id", row => row.Event.OfferId?.ToString())
        .With("price", row => row.Event.Price);

    private static LandedSchema<LandedRow<T>> Of<T>(Func<T, string> id) => new LandedSchema<LandedRow<T>>()
        .With("log_partition", row => row.Partition)
        .With("log_offset", row => row.Offset)
        .With("event_id", row => id(row.Event))
        .With("occurred_at", row => row.OccurredAt);

    private static LandedSchema<TRow> WithClock<TRow>(this LandedSchema<TRow> schema, Func<TRow, MatchTime> time) => schema
        .With("period", row => WireNames.Periods.Of(time(row).Period))
        .With("clock_minute", row => time(row).Minute)
        .With("clock_second", row => time(row).Second);

    private static LandedSchema<LandedRow<LiveRatingUpdate>> WithCategories(this LandedSchema<LandedRow<LiveRatingUpdate>> schema)
    {
        foreach (var category in Enum.GetValues<RatingCategory>())
#pragma warning disable CA1308 // Columns have names in small letters.
            schema.With(category.ToString().ToLowerInvariant(), row => row.Event.Categories[(int)category]);
#pragma warning restore CA1308
        return schema;
    }
}
