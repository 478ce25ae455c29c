namespace ShellCorp.Silo.Projection;

/// <summary>
/// Waiting on the projector's own thread. Confluent's rebalance callbacks are synchronous, and a partition is given up by returning from
/// them, so there is nothing to await; no other thread waits this way.
/// </summary>
internal static class Waiting
{
    /// <summary>True if the task ended in time, however it ended.</summary>
    public static bool TryFor(Task task, TimeSpan patience, TimeProvider time)
    {
        if (!task.IsCompleted && patience > TimeSpan.Zero)
            WaitAsync(task, patience, time).GetAwaiter().GetResult();
        return task.IsCompleted;
    }

    /// <summary>What comes of a request that ends by itself.</summary>
    public static T For<T>(Func<Task<T>> request) => Task.Run(request).GetAwaiter().GetResult();

    private static async Task WaitAsync(Task task, TimeSpan patience, TimeProvider time) =>
        await task.WaitAsync(patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
