namespace ZooKeeper.Client.Sessions;

/// <summary>Waits that double from one failure to the next, each with half of it left to chance, so that clients don't come all at once.</summary>
internal sealed class Backoff(TimeSpan longest)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private int _failures;

    internal TimeSpan Next()
    {
        var full = Math.Min(longest.TotalSeconds, Shortest.TotalSeconds * Math.Pow(2, _failures++));
        return TimeSpan.FromSeconds(full * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    internal void Reset() => _failures = 0;
}
