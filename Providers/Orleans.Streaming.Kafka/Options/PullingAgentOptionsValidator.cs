using Orleans.Configuration;

namespace Orleans.Streaming.Kafka;

/// <summary>Refuses settings of Orleans's pulling agents that this provider's promises don't survive.</summary>
internal sealed class PullingAgentOptionsValidator(StreamPullingAgentOptions options, string name) : IConfigurationValidator
{
    /// <inheritdoc/>
    public void ValidateConfiguration()
    {
        if (options.BatchContainerBatchSize != 1)
        {
            throw new OrleansConfigurationException(
                $"Kafka stream provider '{name}': {nameof(options.BatchContainerBatchSize)} must be 1, it is {options.BatchContainerBatchSize}: a batch of batches fails as a whole. Set {nameof(KafkaStreamOptions.MaxBatchRecords)} for the size of batches.");
        }
    }
}
