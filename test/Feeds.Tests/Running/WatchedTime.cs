using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace ShellCorp.Feeds.Tests.Running;

/// <summary>A clock that the test turns, and that tells when somebody starts to wait and for how long.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();
    private int _started;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            Interlocked.Increment(ref _started);
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>The next wait that somebody starts.</summary>
    public async Task<TimeSpan> NextWaitAsync() =>
        await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().OrFail("a further wait", () => $"{_started} waits in all");

    /// <summary>Waits until somebody waits, and turns the clock to the end of that.</summary>
    public async Task<TimeSpan> PassNextWaitAsync()
    {
        var wait = await NextWaitAsync();
        Advance(wait);
        return wait;
    }
}
