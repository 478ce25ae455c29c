namespace ZooKeeper.Client;

/// <summary>What a persistent watch covers; the values are the protocol's.</summary>
public enum WatchMode
{
    /// <summary>One node: its creation, deletion, data, and the coming and going of its children.</summary>
    Persistent = 0,

    /// <summary>A node and all below it: creation, deletion, data.</summary>
    PersistentRecursive = 1,
}
