using Orleans.Streams;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>What the agent keeps of one consumer of a stream: its cursor, the batch in hand, and the token that it will send next.</summary>
internal sealed class SimulatedSubscription(SimulatedConsumer consumer)
{
    internal SimulatedConsumer Consumer { get; } = consumer;

    internal IQueueCacheCursor? Cursor { get; set; }

    internal KafkaBatchContainer? Pending { get; set; }

    internal KafkaSequenceToken? LastToken { get; set; }

    /// <summary>A call to the consumer is under way with this batch.</summary>
    internal (KafkaBatchContainer Batch, SimulatedCall Call)? UnderWay { get; set; }

    internal void DropCursor()
    {
        Pending = null;
        Cursor?.Dispose();
        Cursor = null;
    }
}
