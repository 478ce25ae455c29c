using System.Collections.Immutable;
using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <summary>
/// Reads events from JSON as docs/events.md describes it. All errors of an event are told at once; fields that aren't known are ignored, so that
/// a newer producer is understood.
/// </summary>
public static partial class EventReader
{
    /// <summary>Reads a player update.</summary>
    /// <param name="data">The event's data.</param>
    /// <param name="envelope">Id, time and source; null where id and time stand in the data as <c>id</c> and <c>time</c>.</param>
    public static ReadResult<PlayerUpdate> ReadPlayerUpdate(JsonElement data, EventEnvelope? envelope = null) =>
        Read(data, envelope, null, ReadPlayerUpdate);

    /// <summary>Reads a match update.</summary>
    /// <param name="data">The event's data.</param>
    /// <param name="envelope">Id and time; null where they stand in the data as <c>id</c> and <c>time</c>.</param>
    public static ReadResult<MatchUpdate> ReadMatchUpdate(JsonElement data, EventEnvelope? envelope = null) =>
        Read(data, envelope, null, ReadMatchUpdate);

    /// <summary>Reads a live rating.</summary>
    /// <param name="data">The event's data.</param>
    /// <param name="envelope">Id and time; null where they stand in the data as <c>id</c> and <c>time</c>.</param>
    public static ReadResult<LiveRatingUpdate> ReadLiveRatingUpdate(JsonElement data, EventEnvelope? envelope = null) =>
        Read(data, envelope, null, ReadLiveRatingUpdate);

    /// <summary>Reads an array of player updates, or a single one, item by item in the order given.</summary>
    /// <param name="body">Items with <c>id</c> and <c>time</c> in the data.</param>
    /// <param name="missing">Gives an id and a time to an item that has none.</param>
    public static ImmutableArray<ReadResult<PlayerUpdate>> ReadPlayerUpdates(JsonElement body, Func<EventEnvelope> missing) =>
        ReadItems(body, missing, ReadPlayerUpdate);

    /// <summary>Reads an array of match updates, or a single one, item by item in the order given.</summary>
    /// <param name="body">Items with <c>id</c> and <c>time</c> in the data.</param>
    /// <param name="missing">Gives an id and a time to an item that has none.</param>
    public static ImmutableArray<ReadResult<MatchUpdate>> ReadMatchUpdates(JsonElement body, Func<EventEnvelope> missing) =>
        ReadItems(body, missing, ReadMatchUpdate);

    private static ImmutableArray<ReadResult<T>> ReadItems<T>(
        JsonElement body, Func<EventEnvelope> missing, Func<FieldReader, EventEnvelope, T> read)
        where T : class => body.ValueKind == JsonValueKind.Array
            ? [.. body.EnumerateArray().Select(item => Read(item, null, missing, read))]
            : [Read(body, null, missing, read)];

    private static ReadResult<T> Read<T>(
        JsonElement data, EventEnvelope? envelope, Func<EventEnvelope>? missing, Func<FieldReader, EventEnvelope, T> read)
        where T : class
    {
        var errors = new FieldErrors();
        var id = envelope?.Id ?? "";
        if (data.ValueKind != JsonValueKind.Object)
        {
            errors.Add("", data.GetRawText(), "must be a JSON object");
            return new() { Id = id, Errors = errors.ToImmutable() };
        }

        try
        {
            var fields = new FieldReader(data, "", errors);
            envelope ??= EnvelopeOf(fields, missing);
            id = envelope.Id;
            return ReadResult<T>.From(id, read(fields, envelope), errors);
        }
        catch (InvalidOperationException e)
        {
            // Thrown for bytes that are no UTF-8 and for half a surrogate pair, which the JSON parser itself lets pass.
            errors.Add("", null, $"holds text that is no Unicode: {e.Message}");
            return new() { Id = id, Errors = errors.ToImmutable() };
        }
    }

    private static EventEnvelope EnvelopeOf(FieldReader fields, Func<EventEnvelope>? missing)
    {
        var id = fields.Text("id", required: missing is null);
        var time = fields.Time("time");
        var given = missing is not null && (id is null || time is null) ? missing() : null;
        return new() { Id = id ?? given?.Id ?? "", Time = time ?? given?.Time };
    }
}
