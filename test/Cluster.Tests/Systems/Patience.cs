namespace ShellCorp.Cluster.Tests.Systems;

/// <summary>How long a test waits for a condition before it says what it saw instead. No test passes or fails by how long anything took.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks until <paramref name="holds"/>; otherwise fails with what was expected and what was last seen.</summary>
    public static async Task<T> UntilAsync<T>(string expected, Func<Task<T>> look, Func<T, bool> holds)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(Interval);
        while (true)
        {
            var seen = await look();
            if (holds(seen))
                return seen;
            if (limit.IsCancellationRequested)
                Assert.Fail($"Expected {expected}; saw {seen} after {Limit}.");
            await timer.WaitForNextTickAsync();
        }
    }
}
