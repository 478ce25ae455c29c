using ShellCorp.Live;

namespace ShellCorp.Web.Live;

/// <summary>Somebody in this process who wants to know of changes: a page of a browser, or a stream of server-sent events.</summary>
public interface ILiveListener
{
    /// <summary>What was new in a change. Must return at once: one slow listener would hold up all the others.</summary>
    void OnLive(LiveChanges accepted);

    /// <summary>The connection to the hub has changed. Must return at once.</summary>
    void OnConnection(LiveConnection connection);
}
