using System.Diagnostics;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>Waits for a condition that only other threads can bring about.</summary>
internal static class Eventually
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    internal static async Task<T> ReachAsync<T>(string expected, Func<T> look, Func<T, bool> reached, Func<string>? more = null)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var seen = look();
            if (reached(seen))
                return seen;
            if (since.Elapsed > Patience)
                Assert.Fail($"expected {expected} within {Patience}, saw {Text(seen)}. {more?.Invoke()}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private static string Text<T>(T seen) => seen is System.Collections.IEnumerable many and not string ? string.Join(", ", many.Cast<object>()) : $"{seen}";
}
