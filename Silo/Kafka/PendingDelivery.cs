using Confluent.Kafka;

namespace ShellCorp.Silo.Kafka;

/// <summary>Counts the acknowledgements of one append and completes with the last, or fails when one of them failed.</summary>
internal sealed class PendingDelivery(int records)
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Error? _error;
    private int _open = records;

    public Task Task => _all.Task;

    public void Report(DeliveryReport<byte[]?, byte[]?> report)
    {
        if (report.Error.IsError)
            _error = report.Error;
        if (Interlocked.Decrement(ref _open) > 0)
            return;
        if (_error is null)
            _all.SetResult();
        else
            _all.SetException(new KafkaException(_error));
    }
}
