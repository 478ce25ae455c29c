using ShellCorp.Live;

namespace ShellCorp.Web.Live;

/// <summary>The way to the live hub through an Orleans client.</summary>
internal sealed class OrleansLiveHubGate(IClusterClient cluster) : ILiveHubGate
{
    private ILiveHubGrain Hub => cluster.GetGrain<ILiveHubGrain>(0);

    public ILiveObserver CreateReference(ILiveObserver observer) => cluster.CreateObjectReference<ILiveObserver>(observer);

    public void DeleteReference(ILiveObserver reference) => cluster.DeleteObjectReference<ILiveObserver>(reference);

    public Task<Guid> SubscribeAsync(ILiveObserver reference, CancellationToken cancellationToken) => Hub.SubscribeAsync(reference, cancellationToken);

    public Task UnsubscribeAsync(ILiveObserver reference, CancellationToken cancellationToken) => Hub.UnsubscribeAsync(reference, cancellationToken);

    public Task<LiveChanges> GetSnapshotAsync(CancellationToken cancellationToken) => Hub.GetSnapshotAsync(cancellationToken);
}
