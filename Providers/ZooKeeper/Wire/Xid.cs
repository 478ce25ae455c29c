namespace ZooKeeper.Client.Wire;

/// <summary>The ids of frames that aren't answers to numbered requests. Numbered ones count from 1.</summary>
internal static class Xid
{
    internal const int Notification = -1;
    internal const int Ping = -2;
    internal const int Auth = -4;
    internal const int SetWatches = -8;
}
