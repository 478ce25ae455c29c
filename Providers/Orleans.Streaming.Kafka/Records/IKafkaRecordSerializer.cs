
namespace Orleans.Streaming.Kafka;

/// <summary>
/// Turns records into the items that consumers get, and items that are sent through a stream into records. Registered as a keyed
/// singleton under the provider's name; must be thread-safe.
/// </summary>
public interface IKafkaRecordSerializer
{
    /// <summary>
    /// Reads a record; called once for each, before it is cached. Whatever it throws refuses the record, which then goes to the
    /// dead-letter topic: <see cref="RecordRefusedException"/> says why in a sentence.
    /// </summary>
    /// <returns>The item. Consumers on other silos get it through Orleans's serializer.</returns>
    object Deserialize(KafkaRecord record);

    /// <summary>Writes an item that was sent through a stream of this provider.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="item">The item.</param>
    /// <param name="requestContext">Orleans's request context at the call, or null.</param>
    KafkaRecordToWrite Serialize(StreamId streamId, object item, IReadOnlyDictionary<string, object>? requestContext);
}
