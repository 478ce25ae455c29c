namespace Orleans.Streaming.Kafka;

/// <summary>
/// A record can't be taken, now or later: unreadable, of an unknown version, invalid. A serializer or a consumer throws it; the record
/// goes to the dead-letter topic and those around it are delivered.
/// </summary>
/// <param name="reason">Why, for the person who reads the dead-letter topic.</param>
/// <param name="innerException">What caused it, if anything.</param>
[GenerateSerializer]
[Alias("orleans.streaming.kafka.record-refused.v1")]
public sealed class RecordRefusedException(string reason, Exception? innerException = null) : Exception(reason, innerException);
