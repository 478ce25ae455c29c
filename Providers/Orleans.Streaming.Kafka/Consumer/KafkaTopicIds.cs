using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// For a consumer of its own: the ids that the broker gives its topics. One that is deleted and made anew under its name gets another id, and
/// offsets of before mean nothing in it. A new id is known before the first record of the new topic is consumed. Thread-safe.
/// </summary>
public sealed class KafkaTopicIds
{
    private readonly TopicIdentities _topics = new();

    /// <summary>Has a consumer tell ids among its log messages, all of which must come to <see cref="Hear"/>.</summary>
    /// <returns>The same configuration.</returns>
    public static ConsumerConfig Named(ConsumerConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return TopicIdentities.Named(config);
    }

    /// <summary>Takes ids from what a consumer's client says; for its log handler.</summary>
    public void Hear(LogMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        _topics.Hear(message);
    }

    /// <summary>The latest id of a topic; null while it isn't known, and with brokers that give none.</summary>
    public string? Find(string topic) => _topics.LatestOf(topic);
}
