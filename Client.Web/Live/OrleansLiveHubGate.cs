using ShellCorp.Live;

namespace ShellCorp.Web.Live;

/// <summary>The way to the live hub through an Orleans client.</summary>
internal sealed class OrleansLiveHubGate(IClusterClient cluster) : ILiveHubGate
{
    public ILiveHubGrain Hub => cluster.GetGrain<ILiveHubGrain>(0);

    public ILiveObserver CreateReference(ILiveObserver observer) => cluster.CreateObjectReference<ILiveObserver>(observer);

    public void DeleteReference(ILiveObserver reference) => cluster.DeleteObjectReference<ILiveObserver>(reference);
}
