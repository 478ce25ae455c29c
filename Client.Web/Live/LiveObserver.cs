using ShellCorp.Live;

namespace ShellCorp.Web.Live;

/// <summary>The end of the hub's subscription: hands changes to the store and returns at once.</summary>
internal sealed class LiveObserver(Action<LiveChanges> changed) : ILiveObserver
{
    public Task OnChangedAsync(LiveChanges changes)
    {
        changed(changes);
        return Task.CompletedTask;
    }
}
