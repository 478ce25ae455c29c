using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShellCorp.Grains.Placement;
using ShellCorp.Grains.Timing;
using ShellCorp.Live;

namespace ShellCorp.Grains.Live;

/// <summary>
/// Passes on what changes. Its methods touch memory only and return at once; web servers are told, and teams asked, in the background, so that
/// nobody who calls it can wait for something that waits for the caller.
/// </summary>
[SiloRole(SiloRole.Live)]
internal sealed partial class LiveHubGrain(
    IOptions<LiveOptions> options, [FromKeyedServices(GrainClock.Key)] TimeProvider clock, ILogger<LiveHubGrain> logger) : Grain, ILiveHubGrain, IDisposable
{
    private readonly Guid _identity = Guid.NewGuid();
    private readonly LiveBoard _board = new(options.Value);
    private readonly Dictionary<ILiveObserver, LiveSubscriber> _subscribers = [];
    private readonly CancellationTokenSource _stop = new();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _ = AskTeamsUntilAnsweredAsync(_stop.Token);
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        foreach (var subscriber in _subscribers.Values)
            subscriber.End();
    }

    public void Dispose() => _stop.Dispose();

    public Task<Guid> SubscribeAsync(ILiveObserver observer, CancellationToken cancellationToken)
    {
        if (!_subscribers.TryGetValue(observer, out var subscriber))
        {
            _subscribers[observer] = subscriber = new(observer, options.Value.Interval, clock, exception => Drop(observer, exception));
            LogSubscribed(_subscribers.Count);
        }

        subscriber.Renew();
        return Task.FromResult(subscriber.Identity);
    }

    public Task UnsubscribeAsync(ILiveObserver observer, CancellationToken cancellationToken)
    {
        if (_subscribers.Remove(observer, out var subscriber))
            subscriber.End();

        return Task.CompletedTask;
    }

    public Task<LiveChanges> GetSnapshotAsync(CancellationToken cancellationToken) => Task.FromResult(_board.Snapshot);

    public Task<Guid> PublishAsync(LiveChanges changes, CancellationToken cancellationToken)
    {
        Pass(changes);
        return Task.FromResult(_identity);
    }

    private void Pass(LiveChanges changes)
    {
        var taken = _board.Add(changes);
        if (taken.Matches.IsEmpty && taken.Ratings.IsEmpty && taken.Teams.IsEmpty)
            return;

        foreach (var (observer, subscriber) in _subscribers.ToList())
        {
            if (subscriber.IsExpired)
                Expire(observer, subscriber);
            else
                subscriber.Tell(taken);
        }
    }

    private void Expire(ILiveObserver observer, LiveSubscriber subscriber)
    {
        subscriber.End();
        _subscribers.Remove(observer);
        LogExpired(LiveHub.Lease, _subscribers.Count);
    }

    private void Drop(ILiveObserver observer, Exception exception)
    {
        _subscribers.Remove(observer);
        LogDropped(exception, _subscribers.Count);
    }
}
