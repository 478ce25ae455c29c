namespace ZooKeeper.Client;

/// <summary>What a watch tells of a node.</summary>
/// <param name="Type">What has happened.</param>
/// <param name="Path">The node, as the client names it (without the chroot).</param>
public readonly record struct WatchEvent(WatchEventType Type, string Path);
