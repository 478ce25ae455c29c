using System.Diagnostics;

namespace ZooKeeper.Tests.Servers;

/// <summary>Waits for what only another process or thread can bring about.</summary>
internal static class Eventually
{
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    internal static async Task<T> ReachAsync<T>(string expected, Func<Task<T>> look, Func<T, bool> reached)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look();
            if (reached(seen))
                return seen;
            if (since.Elapsed > Patience)
                throw new TimeoutException($"expected {expected} within {Patience}, saw {seen}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    internal static Task<T> SeeAsync<T>(string expected, Func<T> look, Func<T, bool> reached) => ReachAsync(expected, () => Task.FromResult(look()), reached);

    /// <summary>Fails, rather than hangs, when a task doesn't end.</summary>
    internal static async Task<T> EndAsync<T>(string expected, Task<T> task)
    {
        await EndAsync(expected, (Task)task);
        return await task;
    }

    internal static async Task EndAsync(string expected, Task task)
    {
        var patience = Task.Delay(Patience, TimeProvider.System);
        if (await Task.WhenAny(task, patience) == patience)
            throw new TimeoutException($"expected {expected} within {Patience}, but nothing happened");
        await task;
    }
}
