using Microsoft.Extensions.Options;
using ShellCorp.Live;

namespace ShellCorp.Web.Live;

/// <summary>
/// Keeps this server's one subscription to the live hub: renews it, notices a hub that is gone or is another one, and reads the snapshot
/// after each new subscription. It begins once the host has started and ends before anything is stopped, since both need the cluster client.
/// </summary>
public sealed partial class LiveConnector : IHostedLifecycleService, IDisposable
{
    private readonly LiveStore _store;
    private readonly ILiveHubGate _gate;
    private readonly ILiveBackfill _backfill;
    private readonly LiveConnectorOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    // Orleans holds an observer weakly: without this field the garbage collector would end the subscription.
    private readonly LiveObserver _observer;
    private ILiveObserver? _reference;
    private Guid _subscription;
    private long _heard;
    private bool _contacted;
    private Task _running = Task.CompletedTask;

    public LiveConnector(
        LiveStore store, ILiveHubGate gate, ILiveBackfill backfill, IOptions<LiveConnectorOptions> options, TimeProvider time, ILogger<LiveConnector> logger)
    {
        (_store, _gate, _backfill, _options, _time, _logger) = (store, gate, backfill, options.Value, time, logger);
        _observer = new(OnChanged);
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _running = RunAsync(_stopping.Token);
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken);
    }

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(CancellationToken stopping)
    {
        await Task.Yield();
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ContactAsync(stopping);
                failures = 0;
                await UntilNextContactAsync(stopping);
            }
            catch (Exception exception)
            {
                if (stopping.IsCancellationRequested)
                    break;
                OnFailure(exception, ++failures);
                await Task.Delay(Backoff(failures), _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await TryUnsubscribeAsync();
    }

    private async Task ContactAsync(CancellationToken stopping)
    {
        _reference ??= _gate.CreateReference(_observer);
        var subscription = await Call(token => _gate.SubscribeAsync(_reference, token), stopping);
        if (subscription != _subscription)
        {
            // Subscribed before the snapshot is read, so nothing falls between; versions drop what comes twice.
            _store.Apply(await Call(_gate.GetSnapshotAsync, stopping));
            _store.Apply(await _backfill.TryReadAsync(_store.State, stopping));
            _subscription = subscription;
            LogSubscribed(_logger, subscription, _store.State.Matches.Count);
        }

        Heard();
    }

    private async Task UntilNextContactAsync(CancellationToken stopping)
    {
        var renewed = _time.GetTimestamp();
        while (true)
        {
            var renewal = LiveHub.RenewEvery - _time.GetElapsedTime(renewed);
            var probe = _options.QuietProbe - _time.GetElapsedTime(Volatile.Read(ref _heard));
            var wait = renewal < probe ? renewal : probe;
            if (wait <= TimeSpan.Zero)
                return;
            await Task.Delay(wait, _time, stopping);
        }
    }

    private void OnChanged(LiveChanges changes)
    {
        _store.Apply(changes);
        Volatile.Write(ref _heard, _time.GetTimestamp());
    }

    private void Heard()
    {
        Volatile.Write(ref _heard, _time.GetTimestamp());
        _contacted = true;
        _store.SetConnection(new(LiveStatus.Live, _time.GetUtcNow()));
    }

    private void OnFailure(Exception exception, int failures)
    {
        if (failures == 1)
            LogContactFailed(_logger, exception);
        else
            LogStillFailing(_logger, failures, exception.Message);
        // What was missed is unknown: the next contact reads the snapshot even if the hub is the same.
        _subscription = Guid.Empty;
        var silence = _time.GetElapsedTime(Volatile.Read(ref _heard));
        var status = !_contacted ? LiveStatus.Connecting : silence < _options.StaleAfter ? LiveStatus.Reconnecting : LiveStatus.Stale;
        _store.SetConnection(new(status, _contacted ? _time.GetUtcNow() - silence : null));
    }

    private TimeSpan Backoff(int failures)
    {
        var wait = _options.RetryDelay * Math.Pow(2, Math.Min(failures - 1, 10));
        return wait < _options.MaxRetryDelay ? wait : _options.MaxRetryDelay;
    }

    private async Task TryUnsubscribeAsync()
    {
        if (_reference is not { } reference)
            return;
        try
        {
            await Call(async token =>
            {
                await _gate.UnsubscribeAsync(reference, token);
                return true;
            }, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogUnsubscribeFailed(_logger, exception);
        }

        _gate.DeleteReference(reference);
        _reference = null;
    }

    private async Task<T> Call<T>(Func<CancellationToken, Task<T>> call, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(_options.CallTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        return await call(both.Token).WaitAsync(both.Token);
    }
}
