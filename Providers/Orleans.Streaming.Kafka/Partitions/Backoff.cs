namespace Orleans.Streaming.Kafka;

/// <summary>Pauses that double from a shortest to a longest one.</summary>
internal static class Backoff
{
    private const double Spread = 0.2;

    /// <param name="failures">Failures in a row, from 1.</param>
    /// <param name="shortest">The pause after the first.</param>
    /// <param name="longest">The pause never gets longer.</param>
    /// <param name="jitter">From 0 to 1: takes up to a fifth off, so that what failed together doesn't come back together.</param>
    internal static TimeSpan After(int failures, TimeSpan shortest, TimeSpan longest, double jitter)
    {
        var pause = shortest * Math.Pow(2, Math.Min(failures, 31) - 1);
        return (pause < longest ? pause : longest) * (1 - Spread * jitter);
    }
}
