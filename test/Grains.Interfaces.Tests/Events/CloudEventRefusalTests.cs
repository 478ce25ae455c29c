using System.Text;
using CsCheck;
using ShellCorp.Events;
using ShellCorp.Events.Json;

namespace ShellCorp.Grains.Interfaces.Tests.Events;

public sealed class CloudEventRefusalTests
{
    private const string Data = """{"matchId":1,"playerId":2,"kind":"pass","minute":3}""";
    private static readonly Dictionary<string, string> Headers = new() { ["ce_id"] = "e1", ["ce_type"] = "shellcorp.player-update.v1" };

    [Fact]
    public void Id_and_type_are_all_the_headers_that_are_needed()
    {
        var recordTime = new DateTimeOffset(2018, 6, 14, 15, 0, 0, TimeSpan.Zero);

        var update = (PlayerUpdate)CloudEventCodec.Decode(Topics.PlayerUpdates, Bytes("2"), Bytes(Data), Encode(Headers), recordTime);

        Assert.Equal(("e1", recordTime), (update.Id, update.OccurredAt));
    }

    [Theory]
    [InlineData("ce_id", null, "is missing")]
    [InlineData("ce_id", "", "is missing")]
    [InlineData("ce_id", "a\nb", "printable")]
    [InlineData("ce_type", null, "known are shellcorp.player-update.v1, shellcorp.match-update.v1, shellcorp.live-rating.v1")]
    [InlineData("ce_type", "shellcorp.player-update.v2", "major version that isn't known; known is shellcorp.player-update.v1")]
    [InlineData("ce_type", "shellcorp.player-update", "known")]
    [InlineData("ce_type", "com.example.goal", "is unknown; known are")]
    [InlineData("ce_type", "shellcorp.live-rating.v1", "belongs to topic LiveRatingUpdates, not to PlayerUpdates")]
    [InlineData("ce_specversion", "2.0", "1.0 is known")]
    [InlineData("ce_time", "2018-06-14 15:00", "RFC 3339")]
    [InlineData("content-type", "application/avro", "application/json")]
    public void A_bad_header_is_refused(string name, string? value, string reason)
    {
        var headers = new Dictionary<string, string>(Headers);
        headers.Remove(name);
        if (value is not null)
            headers[name] = value;

        var refusal = Refuse("2", Data, headers);

        var error = refusal.Errors[0];
        Assert.Equal(name, error.Field);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ce_specversion", "1.0.2")]
    [InlineData("content-type", "application/json; charset=utf-8")]
    [InlineData("ce_time", "2018-06-14t15:00:00.000000001z")]
    [InlineData("ce_dataschema", "anything")]
    [InlineData("traceparent", "00-0-0-00")]
    public void A_harmless_header_is_accepted(string name, string value) =>
        Assert.IsType<PlayerUpdate>(CloudEventCodec.Decode(
            Topics.PlayerUpdates, Bytes("2"), Bytes(Data), Encode(new(Headers) { [name] = value })));

    [Theory]
    [InlineData("", "is missing")]
    [InlineData("3", "is not the data's playerId, 2")]
    [InlineData("two", "must be the data's playerId, in digits")]
    [InlineData("2 ", "must be the data's playerId, in digits")]
    public void The_key_must_be_the_players(string key, string reason)
    {
        var error = Assert.Single(Refuse(key, Data, Headers).Errors);

        Assert.Equal("key", error.Field);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 1, byte 1")]
    [InlineData("{\"matchId\":1,\n\"playerId\":}", "line 2, byte 12")]
    [InlineData("{\"matchId\":1} {}", "line 1, byte 15")]
    [InlineData("pass", "line 1, byte 1")]
    public void Broken_json_is_refused_with_its_position(string value, string position)
    {
        var error = Assert.Single(Refuse("2", value, Headers).Errors);

        Assert.Contains(position, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused()
    {
        byte[] value = [.. Bytes("""{"matchId":1,"playerId":2,"minute":3,"kind":"p"""), 0xC3, 0x28, .. Bytes("\"}")];

        var refusal = Assert.Throws<EventRefusedException>(() => CloudEventCodec.Decode(Topics.PlayerUpdates, Bytes("2"), value, Encode(Headers)));

        Assert.NotEmpty(refusal.Errors);
    }

    [Fact]
    public void Headers_data_and_key_are_told_together()
    {
        var refusal = Refuse("x", """{"matchId":1,"kind":"pass"}""", new(Headers) { ["ce_time"] = "now" });

        Assert.Equal("e1", refusal.EventId);
        Assert.Equal(["ce_time", "playerId", "minute", "key"], refusal.Errors.Select(error => error.Field));
    }

    [Fact]
    public void A_goal_sent_as_a_player_update_is_refused_with_the_way_to_go()
    {
        var error = Assert.Single(Refuse("2", """{"matchId":1,"playerId":2,"kind":"goal","minute":3}""", Headers).Errors);

        Assert.Contains("MatchUpdates", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_live_rating_must_carry_the_id_of_player_match_and_version()
    {
        var record = CloudEventCodec.Encode(AnyEvent.LiveRating.Single());
        var headers = record.Headers.Select(header => header.Name == EventHeaders.Id ? EventHeader.Of(EventHeaders.Id, "other") : header);

        var refusal = Assert.Throws<EventRefusedException>(() => CloudEventCodec.Decode(record.Topic, record.Key, record.Value, headers));

        Assert.Equal("ce_id", Assert.Single(refusal.Errors).Field);
    }

    [Fact]
    public void Structured_mode_is_read_too()
    {
        var value = $$"""
            {"specversion":"1.0","id":"s1","type":"shellcorp.player-update.v1","source":"/x","time":"2018-06-14T15:00:00Z","data":{{Data}}}
            """;

        var update = (PlayerUpdate)CloudEventCodec.Decode(Topics.PlayerUpdates, Bytes("2"), Bytes(value), Structured);

        Assert.Equal(("s1", new DateTimeOffset(2018, 6, 14, 15, 0, 0, TimeSpan.Zero)), (update.Id, update.OccurredAt));
    }

    [Theory]
    [InlineData("[]", "", "")]
    [InlineData("""{"id":"s1","type":"shellcorp.player-update.v1"}""", "data", "")]
    [InlineData("""{"id":"s1","data":{"matchId":1,"playerId":2,"kind":"pass","minute":3}}""", "type", "")]
    [InlineData("""{"id":3,"type":"shellcorp.player-update.v1","data":{"matchId":1,"playerId":2,"kind":"pass","minute":3}}""", "id", "3")]
    public void A_broken_structured_event_is_refused(string value, string field, string given)
    {
        var refusal = Assert.Throws<EventRefusedException>(() => CloudEventCodec.Decode(Topics.PlayerUpdates, Bytes("2"), Bytes(value), Structured));

        Assert.Contains(refusal.Errors, error => error.Field == field && (given.Length == 0 || error.Value == given));
    }

    private static IEnumerable<EventHeader> Structured => [EventHeader.Of(EventHeaders.ContentType, "application/cloudevents+json; charset=UTF-8")];

    private static EventRefusedException Refuse(string key, string value, Dictionary<string, string> headers) =>
        Assert.Throws<EventRefusedException>(() => CloudEventCodec.Decode(Topics.PlayerUpdates, Bytes(key), Bytes(value), Encode(headers)));

    private static IEnumerable<EventHeader> Encode(Dictionary<string, string> headers) => headers.Select(h => EventHeader.Of(h.Key, h.Value));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
