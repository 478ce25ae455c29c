namespace ShellCorp.Grains.Timing;

/// <summary>Keeps a distance between the moments marked: the first comes at once.</summary>
internal sealed class Pacer(TimeSpan distance, TimeProvider clock)
{
    private long? _last;

    /// <summary>How long until the next moment may come; zero or less when it may now.</summary>
    public TimeSpan Remaining => _last is { } last ? distance - clock.GetElapsedTime(last) : TimeSpan.Zero;

    /// <summary>It is now.</summary>
    public void Mark() => _last = clock.GetTimestamp();

    /// <summary>Waits until the next moment may come.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var remaining = Remaining;
        return remaining > TimeSpan.Zero ? Task.Delay(remaining, clock, cancellationToken) : Task.CompletedTask;
    }
}
