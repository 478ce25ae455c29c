using System.Diagnostics;

namespace Kafka.Embedded.Tests;

/// <summary>Waits for a condition that only another thread or process can bring about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    internal static async Task<T> ReachAsync<T>(string expected, Func<T> look, Func<T, bool> reached)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var seen = look();
            if (reached(seen))
                return seen;
            if (since.Elapsed > Clients.Patience)
                Assert.Fail($"expected {expected} within {Clients.Patience}, saw {Text(seen)}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private static string Text<T>(T seen) => seen is System.Collections.IEnumerable many and not string ? string.Join(", ", many.Cast<object>()) : $"{seen}";
}
