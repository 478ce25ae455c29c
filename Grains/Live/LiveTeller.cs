using Microsoft.Extensions.Logging;
using ShellCorp.Grains.Timing;
using ShellCorp.Live;

namespace ShellCorp.Grains.Live;

/// <summary>
/// Tells the hub what changed in a grain, in the background, conflated. Best effort but healing: what the hub didn't take is told again, a hub
/// that was activated anew is told everything, and what is live repeats itself so that it is found. No call to the grain waits for it, so that
/// the hub may ask the grain meanwhile.
/// </summary>
internal sealed partial class LiveTeller(ILiveHubGrain hub, ILiveSource source, LiveOptions options, TimeProvider clock, ILogger logger) : IDisposable
{
    private readonly LiveBuffer _buffer = new();
    private readonly Pacer _pacer = new(options.Interval, clock);
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _wake = new();
    private Task _running = Task.CompletedTask;
    private Guid? _told;
    private TimeSpan _backOff;

    /// <summary>Something changed.</summary>
    public void Tell(LiveChanges changes)
    {
        if (_stop.IsCancellationRequested)
            return;

        _buffer.Add(changes);
        _wake.TrySetResult();
        if (_running.IsCompleted)
            _running = RunAsync(_stop.Token);
    }

    /// <summary>Tells what is left, once.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        try
        {
            // What was under way is cancelled and puts back what it had taken.
            await _running.WaitAsync(cancellationToken);
            if (!_buffer.IsEmpty)
                await hub.PublishAsync(_buffer.Take(), cancellationToken);
        }
        catch (Exception exception)
        {
            LogHubFailed(exception, TimeSpan.Zero);
        }
    }

    public void Dispose() => _stop.Dispose();

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (await WaitForMoreAsync(stop))
                await TellBufferedAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    /// <summary>Waits for a change or the next heartbeat.</summary>
    /// <returns>False when neither will come by itself.</returns>
    private async Task<bool> WaitForMoreAsync(CancellationToken cancellationToken)
    {
        while (_buffer.IsEmpty)
        {
            if (source.Heartbeat is null)
                return false;

            _wake = new();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(_wake.Task, Task.Delay(options.HeartbeatInterval, clock, either.Token));
            await either.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            if (_buffer.IsEmpty && source.Heartbeat is { } heartbeat)
                _buffer.Add(heartbeat);
        }

        await _pacer.WaitAsync(cancellationToken);
        return true;
    }

    private async Task TellBufferedAsync(CancellationToken cancellationToken)
    {
        _pacer.Mark();
        var changes = _buffer.Take();
        try
        {
            var hubIdentity = await hub.PublishAsync(changes, cancellationToken);
            if (hubIdentity != _told)
                _told = await hub.PublishAsync(await source.GetAllAsync(), cancellationToken);

            _backOff = TimeSpan.Zero;
        }
        catch (Exception exception)
        {
            _buffer.Add(changes);
            cancellationToken.ThrowIfCancellationRequested();
            _backOff = _backOff == TimeSpan.Zero ? options.Interval : TimeSpan.FromTicks(Math.Min(_backOff.Ticks * 2, options.HeartbeatInterval.Ticks));
            LogHubFailed(exception, _backOff);
            await Task.Delay(_backOff, clock, cancellationToken);
        }
    }
}
