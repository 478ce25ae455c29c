using System.Diagnostics;

namespace Riak.Tests;

/// <summary>Waits for what another task brings about; a failure tells what was expected and what was seen.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static Task<T> ReachAsync<T>(string expected, Func<T> look, Func<T, bool> reached) =>
        ReachAsync(expected, () => Task.FromResult(look()), reached);

    public static async Task<T> ReachAsync<T>(string expected, Func<Task<T>> look, Func<T, bool> reached)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look();
            if (reached(seen))
                return seen;
            if (since.Elapsed > Limit)
                Assert.Fail($"expected {expected} within {Limit}, saw {seen}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
