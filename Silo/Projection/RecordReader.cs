using System.Diagnostics.CodeAnalysis;
using Confluent.Kafka;
using ShellCorp.Events.Json;

namespace ShellCorp.Silo.Projection;

/// <summary>Reads what records say, by the same rules as the streams.</summary>
internal static class RecordReader
{
    /// <returns>False where it can't be read, now or later.</returns>
    public static bool TryRead(ConsumeResult<byte[]?, byte[]?> record, [NotNullWhen(true)] out object? item, [NotNullWhen(false)] out RefusedRecord? refused)
    {
        (item, refused) = (null, null);
        var message = record.Message;
        try
        {
            item = CloudEventCodec.Decode(
                record.Topic, message.Key, message.Value, message.Headers?.Select(header => new EventHeader(header.Key, header.GetValueBytes() ?? [])) ?? [],
                new DateTimeOffset(message.Timestamp.UtcDateTime, TimeSpan.Zero));
            return true;
        }
        catch (Exception exception)
        {
            refused = new(record, exception);
            return false;
        }
    }
}
