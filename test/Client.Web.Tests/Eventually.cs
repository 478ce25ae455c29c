namespace ShellCorp.Web.Tests;

/// <summary>Waits for a condition; the limit is generous and only there so that a failure ends.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<Task<bool>> condition, string expected, Func<string> seen)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Limit)
                Assert.Fail($"Expected {expected} within {Limit}, saw {seen()}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
