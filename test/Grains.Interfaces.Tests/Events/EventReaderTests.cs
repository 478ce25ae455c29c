using System.Text.Json;
using ShellCorp.Events;
using ShellCorp.Events.Json;

namespace ShellCorp.Grains.Interfaces.Tests.Events;

public sealed class EventReaderTests
{
    private static readonly EventEnvelope Envelope = new() { Id = "e1", Time = new(2018, 6, 14, 15, 0, 0, TimeSpan.Zero) };

    [Fact]
    public void Every_field_of_a_player_update_is_read()
    {
        var result = EventReader.ReadPlayerUpdate(
            Json("""
                {"matchId":2057954,"playerId":122671,"teamId":16521,"kind":"pass","outcome":"success","qualifiers":["keyPass","high"],
                 "period":"1H","minute":0,"second":1,"x":50,"y":50.5,"endX":35,"endY":53,"role":"MID"}
                """),
            Envelope);

        Assert.Equal(
            new PlayerUpdate
            {
                Id = "e1",
                MatchId = new(2057954),
                PlayerId = new(122671),
                TeamId = new(16521),
                Kind = PlayerAction.Pass,
                Outcome = ActionOutcome.Success,
                Qualifiers = ActionQualifiers.KeyPass | ActionQualifiers.High,
                Time = new(MatchPeriod.FirstHalf, 0, 1),
                Start = new(50, 50.5),
                End = new(35, 53),
                Role = PlayerRole.Midfielder,
                OccurredAt = Envelope.Time!.Value,
            },
            result.Value);
    }

    [Theory]
    [InlineData(45, MatchPeriod.FirstHalf)]
    [InlineData(46, MatchPeriod.SecondHalf)]
    [InlineData(93, MatchPeriod.FirstExtraTime)]
    [InlineData(118, MatchPeriod.SecondExtraTime)]
    public void Without_a_period_the_minute_tells_it(int minute, MatchPeriod expected)
    {
        var result = EventReader.ReadPlayerUpdate(Json($$"""{"matchId":1,"playerId":2,"kind":"pass","minute":{{minute}}}"""), Envelope);

        Assert.Equal(new MatchTime(expected, minute, 0), result.Value?.Time);
    }

    [Fact]
    public void Unknown_fields_and_nulls_are_ignored()
    {
        var result = EventReader.ReadPlayerUpdate(
            Json("""{"matchId":1,"playerId":2,"kind":"pass","minute":3,"x":null,"teamId":null,"xg":0.3,"more":{"a":[]}}"""), Envelope);

        Assert.Empty(result.Errors);
        Assert.Null(result.Value?.Start);
    }

    [Fact]
    public void All_errors_of_an_event_are_told_at_once()
    {
        var result = EventReader.ReadPlayerUpdate(
            Json("""
                {"matchId":"7","teamId":-1,"kind":"passs","outcome":1,"qualifiers":["high","hihg",3],"minute":151,"second":60,"x":100.5,"endX":1}
                """),
            Envelope);

        Assert.Null(result.Value);
        Assert.Equivalent(
            new[] { "matchId", "playerId", "teamId", "kind", "outcome", "qualifiers[1]", "qualifiers[2]", "minute", "second", "x", "y", "endY" },
            result.Errors.Select(error => error.Field),
            strict: true);
        Assert.Equal("7", ErrorOf(result, "matchId").Value);
        Assert.Null(ErrorOf(result, "playerId").Value);
        Assert.Contains("allowed are pass, cross,", ErrorOf(result, "kind").Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("cameOn", ErrorOf(result, "kind").Reason, StringComparison.Ordinal);
        Assert.Equal("100.5", ErrorOf(result, "x").Value);
    }

    [Theory]
    [InlineData("matchId", "1.5", "matchId", "1.5", "whole number")]
    [InlineData("matchId", "99999999999999999999", "matchId", "99999999999999999999", "whole number")]
    [InlineData("playerId", "0", "playerId", "0", "positive")]
    [InlineData("minute", "\"3\"", "minute", "3", "whole number")]
    [InlineData("minute", "-1", "minute", "-1", "between 0 and 150")]
    [InlineData("period", "\"2H\"", "minute", "3", "45 to 120")]
    [InlineData("period", "\"3H\"", "period", "3H", "1H, 2H, E1, E2, P")]
    [InlineData("period", "2", "period", "2", "string")]
    [InlineData("x", "1e999", "x", "Infinity", "between 0 and 100")]
    [InlineData("x", "true", "x", "true", "number")]
    [InlineData("endY", "-0.1", "endY", "-0.1", "between 0 and 100")]
    [InlineData("kind", "\"Pass\"", "kind", "Pass", "allowed are pass")]
    [InlineData("kind", "\"goal\"", "kind", "goal", "send them to MatchUpdates")]
    [InlineData("kind", "\"redCard\"", "kind", "redCard", "send it to MatchUpdates")]
    [InlineData("qualifiers", "\"high\"", "qualifiers", "high", "array")]
    [InlineData("outcome", "\"won\"", "outcome", "won", "none, success, failure, neutral")]
    [InlineData("role", "\"GK\"", "role", "GK", "GKP")]
    public void A_broken_value_names_field_value_and_reason(string name, string json, string field, string value, string reason)
    {
        var fields = new SortedDictionary<string, string>
        {
            ["matchId"] = "1", ["playerId"] = "2", ["kind"] = "\"pass\"", ["minute"] = "3", ["x"] = "1", ["y"] = "1", ["endX"] = "1", ["endY"] = "1",
            [name] = json,
        };

        var result = EventReader.ReadPlayerUpdate(Json($"{{{string.Join(',', fields.Select(f => $"\"{f.Key}\":{f.Value}"))}}}"), Envelope);

        var error = Assert.Single(result.Errors);
        Assert.Equal((field, value), (error.Field, error.Value));
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"pass\"")]
    public void Data_must_be_an_object(string json)
    {
        var error = Assert.Single(EventReader.ReadMatchUpdate(Json(json), Envelope).Errors);

        Assert.Equal(new FieldError("", json, "must be a JSON object"), error);
    }

    [Theory]
    [InlineData("""{"matchId":1,"playerId":2,"kind":"\ud800","minute":3}""")]
    [InlineData("""{"matchId":1,"playerId":2,"kind":"pass","minute":3,"\ud800":3}""")]
    public void Half_a_surrogate_pair_is_refused_or_ignored_and_never_a_fault(string json)
    {
        var result = EventReader.ReadPlayerUpdate(Json(json), Envelope);

        Assert.Equal(result.Value is null, result.Errors.Length > 0);
    }

    [Fact]
    public void Long_values_are_shortened()
    {
        var result = EventReader.ReadPlayerUpdate(Json($$"""{"matchId":1,"playerId":2,"kind":"{{new string('a', 5000)}}","minute":3}"""), Envelope);

        Assert.Equal(100, Assert.Single(result.Errors).Value?.Length);
    }

    [Fact]
    public void Kinds_that_matches_derive_are_read_from_a_match_alone()
    {
        var data = Json("""{"matchId":1,"playerId":2,"kind":"teamScored","minute":3}""");

        Assert.Equal("kind", Assert.Single(EventReader.ReadPlayerUpdate(data, Envelope).Errors).Field);
        Assert.True(EventReader.ReadPlayerUpdate(data, Envelope with { Source = EventSources.Match }).IsValid);
    }

    [Fact]
    public void Items_bring_their_own_id_and_time_or_get_them()
    {
        var given = new EventEnvelope { Id = "given", Time = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var body = Json("""
            [{"id":"mine","time":"2018-06-14T17:00:00.123456789+02:00","matchId":1,"playerId":2,"kind":"pass","minute":3},
             {"matchId":1,"playerId":2,"kind":"pass","minute":3},
             {"id":"bad","matchId":1,"kind":"pass","minute":3},
             {"id":7,"time":"2018-06-14T17:00:00","matchId":1,"playerId":2,"kind":"pass","minute":3},
             3]
            """);

        var results = EventReader.ReadPlayerUpdates(body, () => given);

        var time = new DateTimeOffset(2018, 6, 14, 15, 0, 0, TimeSpan.Zero).AddTicks(1234567);
        Assert.Equal(("mine", time), (results[0].Id, results[0].Value!.OccurredAt));
        Assert.Equal((given.Id, given.Time), (results[1].Value!.Id, results[1].Value!.OccurredAt));
        Assert.Equal("bad", results[2].Id);
        Assert.Equal(["playerId"], results[2].Errors.Select(error => error.Field));
        Assert.Equal(["id", "time"], results[3].Errors.Select(error => error.Field));
        Assert.Equal([""], results[4].Errors.Select(error => error.Field));
        Assert.Equal(5, results.Length);
    }

    [Fact]
    public void A_single_item_needs_no_array()
    {
        var results = EventReader.ReadMatchUpdates(Json("""{"id":"m1","matchId":1,"kind":"interruption","minute":3}"""), () => Envelope);

        Assert.Equal("m1", Assert.Single(results).Value?.Id);
    }

    private static FieldError ErrorOf(ReadResult<PlayerUpdate> result, string field) => result.Errors.Single(error => error.Field == field);

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;
}
