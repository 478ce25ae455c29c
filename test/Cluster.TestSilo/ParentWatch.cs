namespace ShellCorp.Cluster.TestSilo;

/// <summary>Ends this process when the test's is gone, however that ended: the test holds the other end of standard input.</summary>
internal static class ParentWatch
{
    private const int Orphaned = 3;

    public static void Start() => _ = WatchAsync();

    private static async Task WatchAsync()
    {
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(Stream.Null);
        Environment.Exit(Orphaned);
    }
}
