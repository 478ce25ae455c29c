using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Writes dead letters back to where they were refused from, each once: records and how far the redrive came are written in one
/// transaction, and a redrive that begins ends one of the same topic that is under way.
/// </summary>
internal sealed class Redriver(KafkaStreamOptions options)
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    private readonly DeadLetterReader _letters = new(options);

    /// <exception cref="InvalidOperationException">Another redrive of the topic has begun, or there is no dead-letter topic.</exception>
    /// <exception cref="KafkaException">The broker refused; what was written before stays, and the next redrive goes on there.</exception>
    internal KafkaRedriven Redrive(string topic, Func<KafkaDeadLetter, bool> filter, CancellationToken cancellationToken)
    {
        using var client = _letters.Connect();
        var partitions = _letters.PartitionsOf(client, topic);
        using var producer = new ProducerBuilder<byte[]?, byte[]?>(ClientSettings.Producer(options, $"{options.GroupId}.redrive.{_letters.TopicOf(topic)}"))
            .SetLogHandler((_, _) => { })
            .Build();
        try
        {
            // From here on Kafka takes nothing more from a redrive before this one, so that what the group says of how far it came is true.
            producer.InitTransactions(RequestTimeout);
            return partitions.Aggregate(
                new KafkaRedriven(0, 0),
                (sum, partition) => new PartitionRedrive(_letters, client, producer, topic, partition).Run(filter, sum, cancellationToken));
        }
        catch (KafkaException exception) when (exception.Error.IsFatal)
        {
            throw new InvalidOperationException($"Another redrive of '{topic}' has begun; it goes on where this one ended: {exception.Error.Reason}", exception);
        }
    }
}
