namespace ShellCorp.Grains.Counters;

/// <summary>A fold's place in a <see cref="CounterPump"/>'s line, whose lock guards it.</summary>
internal sealed class CounterTurn(CounterSync sync)
{
    public CounterSync Sync { get; } = sync;

    /// <summary>The place by which it is taken; <see cref="CounterSchedule.Never"/> where it isn't in the line.</summary>
    public long QueuedAt { get; set; } = CounterSchedule.Never;

    /// <summary>Whether a step is being taken.</summary>
    public bool IsRunning { get; set; }
}
