using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>Writes the dead letters of one partition of a dead-letter topic back.</summary>
internal sealed class PartitionRedrive(
    DeadLetterReader letters, IConsumer<byte[]?, byte[]?> client, IProducer<byte[]?, byte[]?> producer, string topic, TopicPartition partition)
{
    // So few that a transaction is over long before its time-out, and readers who wait for its end hardly notice.
    private const int LettersInTransaction = 100;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    private Offset _reached;

    internal KafkaRedriven Run(Func<KafkaDeadLetter, bool> filter, KafkaRedriven sum, CancellationToken cancellationToken)
    {
        _reached = Committed();
        foreach (var chunk in DeadLetterReader.Read(client, partition, _reached, cancellationToken).Chunk(LettersInTransaction))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var meant = chunk.Where(filter).Select(RecordToWrite).OfType<(TopicPartition, KafkaRecord)>().ToList();
            ThrowIfPassed();
            WriteInTransaction(meant, new TopicPartitionOffset(partition, chunk[^1].Record.Offset + 1));
            sum = new KafkaRedriven(sum.Written + meant.Count, sum.Skipped + chunk.Length - meant.Count);
        }

        return sum;
    }

    private Offset Committed() => client.Committed([partition], RequestTimeout)[0].Offset;

    /// <summary>Kafka itself refuses a transaction of a redrive that another one has followed; its stand-ins need not.</summary>
    private void ThrowIfPassed()
    {
        if (Committed() is var committed && committed != _reached)
            throw new InvalidOperationException($"Another redrive of '{topic}' has begun; it has come to {committed} in {partition}, and this one to {_reached}.");
    }

    private (TopicPartition Target, KafkaRecord Record)? RecordToWrite(KafkaDeadLetter letter)
        => (letter.IsValueOmitted ? letters.Original(letter) : letter.Record) is { } record ? (new TopicPartition(topic, letter.Partition ?? Partition.Any), record) : null;

    private void WriteInTransaction(List<(TopicPartition Target, KafkaRecord Record)> records, TopicPartitionOffset next)
    {
        producer.BeginTransaction();
        try
        {
            foreach (var (target, record) in records)
                Write(target, record);
            producer.SendOffsetsToTransaction([next], client.ConsumerGroupMetadata, RequestTimeout);
            producer.CommitTransaction();
        }
        catch (KafkaException exception) when (!exception.Error.IsFatal)
        {
            producer.AbortTransaction();
            throw;
        }

        _reached = next.Offset;
        // Kafka keeps a transaction's offsets; librdkafka's mock brokers take them and forget them.
        if (Committed() < next.Offset)
            client.Commit([next]);
    }

    /// <summary>Without the headers that tell of the refusal. A write that fails fails its transaction.</summary>
    private void Write(TopicPartition target, KafkaRecord record)
    {
        IReadOnlyList<KafkaHeader> headers = [.. record.Headers.Where(header => !header.Name.StartsWith(DeadLetterHeaders.Prefix, StringComparison.Ordinal))];
        producer.Produce(target, KafkaProducer.MessageOf(record.Key, record.Value, headers));
    }
}
