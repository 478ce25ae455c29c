namespace ShellCorp.Feeds.Running;

/// <summary>When the steps of a match are due. Always counted from the start of the run, so that waiting adds up no delay.</summary>
internal sealed class MatchPace(TimeProvider time, double? speed, long runStart, TimeSpan kickOff)
{
    /// <summary>Whether a step may be sent now.</summary>
    public bool IsDue(FeedStep step) => Remaining(step) <= TimeSpan.Zero;

    /// <summary>Waits until a step is due.</summary>
    public async Task WaitForAsync(FeedStep step, CancellationToken cancellationToken)
    {
        // A timer may fire a moment early.
        while (Remaining(step) is var remaining && remaining > TimeSpan.Zero)
            await Task.Delay(remaining, time, cancellationToken);
    }

    private TimeSpan Remaining(FeedStep step) =>
        speed is { } times ? ((kickOff + step.At) / times) - time.GetElapsedTime(runStart) : TimeSpan.Zero;
}
