using Orleans.Streaming.Kafka;

namespace ShellCorp.AppHost.Running;

/// <summary>
/// Cancels a run once a partition is halted: what it holds will not be processed, since Kafka no longer has what comes next, so waiting for the end
/// would be waiting for ever.
/// </summary>
internal sealed class HaltWatch(IReadOnlyList<IKafkaStreamStatus> streams, TimeProvider time, Func<bool>? hasAnalytics = null)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Runs until it is done or a partition is halted.</summary>
    /// <exception cref="StreamHaltedException">One is; <paramref name="run"/> was cancelled and has ended.</exception>
    public async Task RunAsync(Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = run(stopping.Token);
        using var timer = new PeriodicTimer(Interval, time);
        while (await Task.WhenAny(running, timer.WaitForNextTickAsync(CancellationToken.None).AsTask()) != running)
        {
            if (FindReason() is not { } reason)
                continue;
            await stopping.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new StreamHaltedException(reason);
        }

        await running;
    }

    private string? FindReason()
    {
        if (FindHalted() is { } halted)
            return $"{halted.Topic} [{halted.Partition}] is halted at offset {halted.Watermark}: {halted.StallReason}";
        return hasAnalytics?.Invoke() == false ? "The analytics worker has stopped, its log tells why" : null;
    }

    private KafkaPartitionStatus? FindHalted() => streams.SelectMany(stream => stream.GetPartitions()).FirstOrDefault(partition => partition.IsHalted);
}
