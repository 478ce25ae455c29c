namespace ZooKeeper.Client.Watches;

internal sealed class OneShotWatch(string path, string serverPath)
{
    private readonly TaskCompletionSource<WatchEvent> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal string ServerPath => serverPath;

    /// <summary>Known once the server has answered the read that sets the watch.</summary>
    internal WatchKind? Kind { get; set; }

    internal Task<WatchEvent> Changed => _completion.Task;

    internal bool WaitsFor(WatchEventType type) => Kind is { } kind && type switch
    {
        WatchEventType.Created or WatchEventType.DataChanged => kind is WatchKind.Data or WatchKind.Exists,
        WatchEventType.ChildrenChanged => kind is WatchKind.Children,
        WatchEventType.Deleted => true,
        _ => false,
    };

    internal void Fire(WatchEventType type) => _completion.TrySetResult(new(type, path));
}
