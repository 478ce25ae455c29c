namespace ZooKeeper.Client.Watches;

/// <summary>The persistent watches on one node; the server knows them as one.</summary>
internal sealed class PersistentWatches(WatchMode mode)
{
    internal WatchMode Mode => mode;

    internal List<NodeWatch> Watches { get; } = [];

    internal bool Covers(WatchEventType type, bool atNode) => mode == WatchMode.PersistentRecursive
        ? type != WatchEventType.ChildrenChanged
        : atNode;
}
