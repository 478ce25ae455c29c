namespace ShellCorp.Cluster.Tests.Systems;

/// <summary>How long a test of a whole cluster waits for a condition before it says what it saw instead.</summary>
internal static class Patience
{
    public static TimeSpan Limit => Eventually.Patience;

    /// <summary>Looks until <paramref name="holds"/>; otherwise fails with what was expected and what was last seen.</summary>
    public static Task<T> UntilAsync<T>(string expected, Func<Task<T>> look, Func<T, bool> holds) => Eventually.ReachAsync(expected, look, holds);
}
