namespace Orleans.Streaming.Kafka;

/// <summary>
/// Waiting on the consumer's own thread. Confluent's rebalance callbacks are synchronous, and a partition is given up by returning from
/// them, so there is nothing to await; no other thread waits this way.
/// </summary>
internal static class Blocking
{
    /// <summary>True if the tasks ended in time, however they ended.</summary>
    internal static bool TryWait(IEnumerable<Task> tasks, TimeSpan timeout, TimeProvider time)
    {
        var all = Task.WhenAll(tasks);
        WaitAsync(all, timeout, time).GetAwaiter().GetResult();
        return all.IsCompleted;
    }

    private static async Task WaitAsync(Task task, TimeSpan timeout, TimeProvider time)
        => await task.WaitAsync(timeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
