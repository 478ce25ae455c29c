using ShellCorp.Live;

namespace ShellCorp.Web.Live;

/// <summary>The way to the live hub: what <see cref="LiveConnector"/> needs of a cluster client.</summary>
public interface ILiveHubGate
{
    /// <summary>The hub.</summary>
    ILiveHubGrain Hub { get; }

    /// <summary>Makes an observer callable from the cluster. The caller keeps the observer alive: the reference holds it weakly.</summary>
    ILiveObserver CreateReference(ILiveObserver observer);

    /// <summary>Ends a reference.</summary>
    void DeleteReference(ILiveObserver reference);
}
