namespace Orleans.Streaming.Kafka;

/// <summary>An observer of single items failed at one item of a batch; it has taken those before it.</summary>
[GenerateSerializer]
[Alias("orleans.streaming.kafka.item-failed.v1")]
#pragma warning disable CA1064 // It goes from one of this provider's filters to the other; nobody else gets to see it.
internal sealed class ItemFailedException(int index, Exception innerException)
#pragma warning restore CA1064
    : Exception($"Item {index} of the batch failed: {innerException.Message}", innerException)
{
    /// <summary>The item's index in the batch.</summary>
    [Id(0)]
    internal int Index { get; private set; } = index;
}
