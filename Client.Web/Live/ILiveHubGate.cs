using ShellCorp.Live;

namespace ShellCorp.Web.Live;

/// <summary>The way to the live hub: what <see cref="LiveConnector"/> needs of a cluster client. See <see cref="ILiveHubGrain"/> for the rules.</summary>
public interface ILiveHubGate
{
    /// <summary>Makes an observer callable from the cluster. The caller keeps the observer alive: the reference holds it weakly.</summary>
    ILiveObserver CreateReference(ILiveObserver observer);

    /// <summary>Ends a reference.</summary>
    void DeleteReference(ILiveObserver reference);

    /// <summary>Subscribes or renews; returns the identity of the subscription.</summary>
    Task<Guid> SubscribeAsync(ILiveObserver reference, CancellationToken cancellationToken);

    /// <summary>Ends a subscription.</summary>
    Task UnsubscribeAsync(ILiveObserver reference, CancellationToken cancellationToken);

    /// <summary>All that is live now.</summary>
    Task<LiveChanges> GetSnapshotAsync(CancellationToken cancellationToken);
}
