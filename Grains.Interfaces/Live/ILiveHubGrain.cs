using Orleans.Concurrency;

namespace ShellCorp.Live;

/// <summary>
/// Gathers what changes and passes it on to the web servers, at most some times a second; one identity (0) for all. It stores nothing: what it
/// holds comes from grains that do, and a new activation is filled by the next changes and by <see cref="GetSnapshotAsync"/>'s callers.
/// </summary>
[Alias("shellcorp.live-hub")]
public interface ILiveHubGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Subscribes a web server, or renews its subscription, for <see cref="LiveHub.Lease"/>. Subscribe first, then read the snapshot, and drop what isn't newer.
    /// </summary>
    /// <returns>
    /// The identity of the subscription, the same for as long as it is only renewed. Another one than last time (the hub was activated anew, the lease
    /// ran out, or a message could not be delivered) means that changes may have been missed, so read the snapshot again.
    /// </returns>
    [Alias("subscribe.v1")]
    Task<Guid> SubscribeAsync(ILiveObserver observer, CancellationToken cancellationToken);

    /// <summary>Ends a subscription.</summary>
    [Alias("unsubscribe.v1")]
    Task UnsubscribeAsync(ILiveObserver observer, CancellationToken cancellationToken);

    /// <summary>All that is live now: matches being played or just over, their ratings, the teams.</summary>
    [Alias("snapshot.v1"), ReadOnly]
    Task<LiveChanges> GetSnapshotAsync(CancellationToken cancellationToken);

    /// <summary>Tells the hub what changed. Older versions than it holds are ignored.</summary>
    /// <returns>The identity of this activation: another one than last time has heard nothing yet, so tell it everything.</returns>
    [Alias("publish.v1")]
    Task<Guid> PublishAsync(LiveChanges changes, CancellationToken cancellationToken);
}
