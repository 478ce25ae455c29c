using Microsoft.Extensions.Logging;
using Orleans.Utilities;
using ShellCorp.Live;
using ShellCorp.Matches;

namespace ShellCorp.Web.Tests.Scripted;

/// <summary>A live hub that keeps to the contract (lease, identity, snapshot) and passes on at once what a test publishes.</summary>
public sealed class ScriptedLiveHub(Script script, ILogger<ScriptedLiveHub> logger) : Grain, ILiveHubGrain
{
    private readonly ObserverManager<ILiveObserver> _observers = new(LiveHub.Lease, logger);
    private readonly Guid _activation = Guid.NewGuid();

    public Task<Guid> SubscribeAsync(ILiveObserver observer, CancellationToken cancellationToken)
    {
        script.Check();
        _observers.Subscribe(observer, observer);
        return Task.FromResult(_activation);
    }

    public Task UnsubscribeAsync(ILiveObserver observer, CancellationToken cancellationToken)
    {
        _observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public Task<LiveChanges> GetSnapshotAsync(CancellationToken cancellationToken)
    {
        script.Check();
        var live = script.Matches.Values.Where(m => m.Summary.Phase is MatchPhase.Playing or MatchPhase.Break).ToArray();
        return Task.FromResult(new LiveChanges
        {
            Matches = [.. live.Select(m => m.Summary)],
            Ratings = [.. live.SelectMany(m => script.RatingsOf(m.Summary.MatchId))],
            Teams = [.. script.Teams.Values.Select(t => t.Summary)],
        });
    }

    public async Task<Guid> PublishAsync(LiveChanges changes, CancellationToken cancellationToken)
    {
        await _observers.Notify(observer => observer.OnChangedAsync(changes));
        return _activation;
    }
}
