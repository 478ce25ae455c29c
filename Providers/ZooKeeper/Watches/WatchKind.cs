namespace ZooKeeper.Client.Watches;

/// <summary>What a one-shot watch waits for; the server keeps them apart when they are set anew.</summary>
internal enum WatchKind
{
    Data,
    Exists,
    Children,
}
