using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ShellCorp.Market;

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

    /// <summary>An event of the market as a record of <see cref="Topics.MarketEvents"/>.</summary>
    public static EncodedEvent Encode(MarketEvent happened) => MarketRecord(happened.PlayerId, happened.Id, happened.At, WriteData(happened));

    /// <summary>The data of an event of the market, as <see cref="MarketRecord"/> takes it.</summary>
    public static byte[] WriteData(MarketEvent happened) => Write(happened, EventWriter.Write);

    /// <summary>An event of the market whose data was written before, by this version or another, as a record of <see cref="Topics.MarketEvents"/>.</summary>
    public static EncodedEvent MarketRecord(PlayerId player, string id, DateTimeOffset at, byte[] data) => new()
    {
        Topic = Topics.MarketEvents,
        Key = Digits(player.Value),
        Value = data,
        Headers = [.. Attributes(id, EventTypes.MarketEvent, EventSources.Market, at)],
    };

    /// <summary>What somebody did about a player as a record of <see cref="Topics.PlayerAttention"/>.</summary>
    public static EncodedEvent Encode(PlayerAttention attention) => new()
    {
        Topic = Topics.PlayerAttention,
        Key = Digits(attention.PlayerId.Value),
        Value = Write(attention, EventWriter.Write),
        Headers = [.. Attributes(attention.Id, EventTypes.PlayerAttention, EventSources.Attention, attention.OccurredAt)],
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
