using System.Text.Json.Nodes;
using Google.Protobuf;

namespace SparkConnect.Tests.Recorded;

/// <summary>The messages' names and numbers are the server's: every recorded byte belongs to a field that we know, by the name that was recorded.</summary>
public sealed class MessageTests
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));

    public static TheoryData<string> Names => [.. Recording.Exchanges.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void RecordedRequest_IsKnownFieldByField(string name)
    {
        var exchange = Recording.Exchanges[name];
        AssertKnown(exchange.RequestParser, exchange.Request, exchange.RequestDecoded);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void RecordedResponses_AreKnownFieldByField(string name)
    {
        var exchange = Recording.Exchanges[name];
        foreach (var (bytes, decoded) in exchange.Responses.Zip(exchange.ResponsesDecoded))
            AssertKnown(exchange.ResponseParser, bytes, decoded);
    }

    [Fact]
    public void RecordingIsWhole() => Assert.Equal(117, Recording.Exchanges.Count);

    private static void AssertKnown(MessageParser parser, byte[] bytes, JsonNode decoded)
    {
        var ours = JsonNode.Parse(Formatter.Format(parser.WithDiscardUnknownFields(true).ParseFrom(bytes)))!;
        WithoutArrow(ours);
        WithoutArrow(decoded);
        Assert.True(JsonNode.DeepEquals(Sorted(ours), Sorted(decoded)), $"Recorded {decoded.ToJsonString()}, read as {ours.ToJsonString()}");
        Assert.Equal(bytes.Length, parser.WithDiscardUnknownFields(true).ParseFrom(bytes).CalculateSize());
    }

    // The recording's readable form leaves Arrow data out.
    private static void WithoutArrow(JsonNode message)
    {
        if (message["arrow_batch"] is JsonObject batch)
            batch.Remove("data");
        if (message["sql_command_result"]?["relation"]?["local_relation"] is JsonObject local)
            local.Remove("data");
    }

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Sorted(member.Value!)))),
        JsonArray items => new JsonArray([.. items.Select(item => Sorted(item!))]),
        _ => node.DeepClone(),
    };
}
