namespace ShellCorp.Silo.Tests;

/// <summary>Waits for what only another process or thread can bring about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The result of the first attempt that doesn't fail in the way that is expected for a while.</summary>
    public static async Task<T> SucceedAsync<T, TExpected>(string expected, Func<Task<T>> attempt)
        where TExpected : Exception
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await attempt();
            }
            catch (TExpected failure) when (TimeProvider.System.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(Pause, TimeProvider.System);
                TestContext.Current.SendDiagnosticMessage("{0}: {1}", expected, failure.Message);
            }
        }
    }

    /// <summary>Looks until <paramref name="holds"/>; otherwise fails with what was expected and what was last seen.</summary>
    public static async Task<T> HoldsAsync<T>(string expected, Func<Task<T>> look, Func<T, bool> holds)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (holds(seen))
                return seen;
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
                Assert.Fail($"Expected {expected}; saw {seen} after {Patience}.");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
