namespace ShellCorp.Live;

/// <summary>A web server that shows what is live.</summary>
[Alias("shellcorp.live-observer")]
public interface ILiveObserver : IGrainObserver
{
    /// <summary>What changed since the last call; may repeat what is known. Must return at once.</summary>
    [Alias("changed.v1")]
    Task OnChangedAsync(LiveChanges changes);
}
