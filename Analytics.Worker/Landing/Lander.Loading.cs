using Confluent.Kafka;
using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Landing;

/// <content>Loading what was landed.</content>
internal sealed partial class Lander
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Does something again after any failure that may pass: a warehouse that is away is waited for. What is landed or loaded twice counts once.
    /// </summary>
    private async Task<T> RetryAsync<T>(Func<Task<T>> act, CancellationToken cancellationToken)
    {
        for (var delay = FirstDelay; ; delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay)
        {
            try
            {
                return await act();
            }
            catch (Exception exception) when (exception is not RangeRefusedException and not StorageFullException and not OperationCanceledException)
            {
                logger.LogLoadFailed(delay, exception);
                await Task.Delay(delay, time, cancellationToken);
            }
        }
    }

    // What others see of our progress; a worker that has been away too long can't commit, and reads nothing twice for it.
    private void Commit(IConsumer<byte[], byte[]> consumer, List<LandedFile> files)
    {
        try
        {
            consumer.Commit(files.Select(file => new TopicPartitionOffset(file.Partition.Topic, file.Partition.Number, file.NextOffset)));
        }
        catch (KafkaException exception)
        {
            logger.LogNotCommitted(exception.Error.Reason);
        }
    }
}
