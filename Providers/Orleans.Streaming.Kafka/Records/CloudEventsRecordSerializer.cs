using System.Text;
using System.Text.Json;
using Orleans.Serialization.TypeSystem;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// CloudEvents 1.0 in Kafka's binary mode with JSON data: the attributes are headers (<c>ce_specversion</c>, <c>ce_id</c>,
/// <c>ce_type</c>, <c>ce_source</c>, <c>ce_time</c>), the value is the item. <c>ce_type</c> is the item's type as Orleans names it, and only
/// types that Orleans may read are read.
/// </summary>
/// <param name="types">Orleans's names of types.</param>
/// <param name="time">For <c>ce_time</c>; null for the system's.</param>
/// <param name="json">How items are written; null for System.Text.Json's web defaults.</param>
public sealed class CloudEventsRecordSerializer(TypeConverter types, TimeProvider? time = null, JsonSerializerOptions? json = null) : IKafkaRecordSerializer
{
    private const string SpecVersion = "ce_specversion";
    private const string Id = "ce_id";
    private const string EventType = "ce_type";
    private const string Source = "ce_source";
    private const string Time = "ce_time";
    private const string ContentType = "content-type";

    private readonly JsonSerializerOptions _json = json ?? JsonSerializerOptions.Web;
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    /// <exception cref="RecordRefusedException">The record is no such event.</exception>
    public object Deserialize(KafkaRecord record)
    {
        var version = record.GetHeaderText(SpecVersion);
        if (version is null || !version.StartsWith("1.", StringComparison.Ordinal))
            throw new RecordRefusedException($"Header {SpecVersion} is '{version}', expected '1.0'.");
        if (record.GetHeaderText(EventType) is not { } name)
            throw new RecordRefusedException($"There is no header {EventType}.");
        if (!types.TryParse(name, out var type))
            throw new RecordRefusedException($"Header {EventType} names '{name}', which is no type that may be read.");
        try
        {
            return JsonSerializer.Deserialize(record.Value, type, _json) ?? throw new RecordRefusedException("The value is null.");
        }
        catch (JsonException exception)
        {
            throw new RecordRefusedException($"The value is no '{name}' in JSON: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public KafkaRecordToWrite Serialize(StreamId streamId, object item, IReadOnlyDictionary<string, object>? requestContext)
    {
        ArgumentNullException.ThrowIfNull(item);
        var type = item.GetType();
        return new KafkaRecordToWrite
        {
            Value = JsonSerializer.SerializeToUtf8Bytes(item, type, _json),
            Headers =
            [
                new(SpecVersion, "1.0"u8.ToArray()),
                new(Id, Utf8(Guid.CreateVersion7(_time.GetUtcNow()).ToString())),
                new(EventType, Utf8(types.Format(type))),
                new(Source, Utf8($"/orleans/{streamId.GetNamespace()}")),
                new(Time, Utf8(_time.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture))),
                new(ContentType, "application/json"u8.ToArray()),
            ],
        };
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
