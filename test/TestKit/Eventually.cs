using System.Runtime.CompilerServices;

namespace TestKit;

/// <summary>
/// Waits for what only other threads and processes can bring about. The limit is generous and only there so that a failure ends, and says what
/// was expected and what was seen; no test passes or fails by how long anything took.
/// </summary>
internal static class Eventually
{
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks until what is seen is right.</summary>
    /// <param name="expected">What should be seen, for the message where it never is.</param>
    /// <param name="look">Looks.</param>
    /// <param name="reached">Whether it is right.</param>
    /// <param name="more">What else to tell of a failure.</param>
    [OverloadResolutionPriority(1)]
    internal static async Task<T> ReachAsync<T>(string expected, Func<Task<T>> look, Func<T, bool> reached, Func<string>? more = null)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (reached(seen))
                return seen;
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
                Assert.Fail($"Expected {expected} within {Patience}, saw {Text(seen)}. {more?.Invoke()}");
            await Task.Delay(Pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The same where looking takes no time.</summary>
    internal static Task<T> ReachAsync<T>(string expected, Func<T> look, Func<T, bool> reached, Func<string>? more = null) =>
        ReachAsync(expected, () => Task.FromResult(look()), reached, more);

    /// <summary>Looks until a condition holds.</summary>
    /// <param name="expected">What should hold, for the message where it never does.</param>
    /// <param name="holds">The condition.</param>
    /// <param name="seen">What there is instead.</param>
    [OverloadResolutionPriority(1)]
    internal static Task HoldAsync(string expected, Func<Task<bool>> holds, Func<string>? seen = null) => ReachAsync(expected, holds, held => held, seen);

    /// <summary>The same where looking takes no time.</summary>
    internal static Task HoldAsync(string expected, Func<bool> holds, Func<string>? seen = null) => ReachAsync(expected, holds, held => held, seen);

    /// <summary>Fails, rather than hangs, where a task doesn't end.</summary>
    internal static async Task<T> EndAsync<T>(string expected, Task<T> task)
    {
        await EndAsync(expected, (Task)task);
        return await task;
    }

    /// <summary>Fails, rather than hangs, where a task doesn't end.</summary>
    internal static async Task EndAsync(string expected, Task task)
    {
        var patience = Task.Delay(Patience, TimeProvider.System);
        if (await Task.WhenAny(task, patience) == patience)
            Assert.Fail($"Expected {expected} within {Patience}, but nothing happened.");
        await task;
    }

    private static string Text<T>(T seen) => seen is System.Collections.IEnumerable many and not string ? string.Join(", ", many.Cast<object>()) : $"{seen}";
}
