using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <summary>
/// Events as Kafka records and back: CloudEvents 1.0, Kafka binding. Writes binary mode; reads binary and structured mode. Knows no Kafka
/// client, so that every one can use it.
/// </summary>
public static partial class CloudEventCodec
{
    private const string SpecVersion = "1.0";
    private const string JsonMediaType = "application/json";

    // The value is no HTML: names keep their letters, readable in every Kafka tool.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A player update as a record of <see cref="Topics.PlayerUpdates"/>.</summary>
    public static EncodedEvent Encode(PlayerUpdate update) => new()
    {
        Topic = Topics.PlayerUpdates,
        Key = Digits(update.PlayerId.Value),
        Value = Write(update, EventWriter.Write),
        Headers = [.. Attributes(
            update.Id, EventTypes.PlayerUpdate, update.IsDerived ? EventSources.Match : EventSources.Ingest, update.OccurredAt)],
    };

    /// <summary>A match update as a record of <see cref="Topics.MatchUpdates"/>.</summary>
    public static EncodedEvent Encode(MatchUpdate update) => new()
    {
        Topic = Topics.MatchUpdates,
        Key = Digits(update.MatchId.Value),
        Value = Write(update, EventWriter.Write),
        Headers = [.. Attributes(update.Id, EventTypes.MatchUpdate, EventSources.Ingest, update.OccurredAt)],
    };

    /// <summary>A live rating as a record of <see cref="Topics.LiveRatingUpdates"/>, with the headers that route it to match and team.</summary>
    public static EncodedEvent Encode(LiveRatingUpdate update) => new()
    {
        Topic = Topics.LiveRatingUpdates,
        Key = Digits(update.PlayerId.Value),
        Value = Write(update, EventWriter.Write),
        Headers =
        [
            .. Attributes(update.Id, EventTypes.LiveRatingUpdate, EventSources.PlayerRating, update.OccurredAt),
            new(EventHeaders.Match, Digits(update.MatchId.Value)),
            new(EventHeaders.Team, Digits(update.TeamId?.Value ?? 0)),
        ],
    };

    private static IEnumerable<EventHeader> Attributes(string id, string type, string source, DateTimeOffset time)
    {
        yield return EventHeader.Of(EventHeaders.SpecVersion, SpecVersion);
        yield return EventHeader.Of(EventHeaders.Id, id);
        yield return EventHeader.Of(EventHeaders.Type, type);
        yield return EventHeader.Of(EventHeaders.Source, source);
        if (time != default)
            yield return EventHeader.Of(EventHeaders.Time, Rfc3339.Format(time));

        yield return EventHeader.Of(EventHeaders.ContentType, JsonMediaType);
    }

    private static byte[] Digits(long number) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private static byte[] Write<T>(T update, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            write(writer, update);

        return buffer.WrittenSpan.ToArray();
    }
}
