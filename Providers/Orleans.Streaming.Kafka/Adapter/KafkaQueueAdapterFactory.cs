using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>What Orleans's persistent stream provider asks for its parts.</summary>
internal sealed class KafkaQueueAdapterFactory(KafkaStreamsRuntime runtime) : IQueueAdapterFactory
{
    private readonly KafkaQueueAdapter _adapter = new(runtime);

    /// <inheritdoc/>
    public Task<IQueueAdapter> CreateAdapter() => Task.FromResult<IQueueAdapter>(_adapter);

    /// <inheritdoc/>
    public IQueueAdapterCache GetQueueAdapterCache() => _adapter;

    /// <inheritdoc/>
    public IStreamQueueMapper GetStreamQueueMapper() => runtime.Mapper;

    /// <inheritdoc/>
    public Task<IStreamFailureHandler> GetDeliveryFailureHandler(QueueId queueId)
        => Task.FromResult<IStreamFailureHandler>(new RetryingFailureHandler());
}
