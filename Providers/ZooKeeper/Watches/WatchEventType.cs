namespace ZooKeeper.Client;

/// <summary>What a watch tells. The positive values are the protocol's.</summary>
public enum WatchEventType
{
    /// <summary>The node was created.</summary>
    Created = 1,

    /// <summary>The node was deleted.</summary>
    Deleted = 2,

    /// <summary>The node's data was set.</summary>
    DataChanged = 3,

    /// <summary>A child came or went. A recursive watch tells the child's <see cref="Created"/> or <see cref="Deleted"/> instead.</summary>
    ChildrenChanged = 4,

    /// <summary>
    /// Only from a persistent watch: changes may have been missed, because the connection was away or because the events were not taken
    /// in time. The watch goes on; read again what it watches.
    /// </summary>
    Interrupted = -1,

    /// <summary>Only from a one-shot watch: the session has ended, and the watch with it.</summary>
    SessionEnded = -2,
}
