namespace ShellCorp.Feeds.Tests.Running;

/// <summary>Waits long enough for a busy machine, and says what it waited for.</summary>
internal static class Patience
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    public static async Task<T> OrFail<T>(this Task<T> task, string expected, Func<object> seen)
    {
        try
        {
            return await task.WaitAsync(Long);
        }
        catch (TimeoutException) when (!task.IsFaulted)
        {
            throw new TimeoutException($"Expected within {Long}: {expected}. Seen instead: {seen()}.");
        }
    }
}
