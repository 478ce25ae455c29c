namespace ShellCorp.Web.Live;

/// <summary>A listener's place in the store; disposing it ends it.</summary>
internal sealed class LiveRegistration(LiveStore store, ILiveListener listener) : IDisposable
{
    public void Dispose() => store.Remove(listener);
}
