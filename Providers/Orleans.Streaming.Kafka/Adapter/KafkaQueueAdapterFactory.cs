using Orleans.Providers;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>What Orleans's persistent stream provider asks for its parts, and hands commands of other silos to.</summary>
internal sealed class KafkaQueueAdapterFactory(KafkaStreamsRuntime runtime) : IQueueAdapterFactory, IControllable
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

    /// <inheritdoc/>
    public async Task<object?> ExecuteCommand(int command, object? arg)
    {
        switch ((ControlCommand)command, arg)
        {
            case (ControlCommand.Status, null):
                return new KafkaStreamStatus(runtime).GetPartitions().ToArray();
            case (ControlCommand.GetEpochs, null):
                return runtime.Context.Epochs.Current;
            case (ControlCommand.SetEpochs, ReadingEpochs epochs):
                runtime.Context.Epochs.Add(epochs);
                return epochs;
            case (ControlCommand.Rewind, RewindRequest request):
                return await runtime.Consumer.RewindAsync(request);
            default:
                throw new ArgumentException($"Kafka stream provider '{runtime.Name}' has no command {command} with a {arg?.GetType().Name ?? "null"}.", nameof(command));
        }
    }
}
