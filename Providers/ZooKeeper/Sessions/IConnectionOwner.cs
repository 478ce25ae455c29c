using System.Threading.Channels;
using ZooKeeper.Client.Watches;
using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client.Sessions;

/// <summary>What a connection needs of the session it serves.</summary>
internal interface IConnectionOwner
{
    Channel<PendingRequest> Outgoing { get; }

    WatchTable Watches { get; }

    /// <summary>The last transaction the session has seen; a server that is behind it refuses the session.</summary>
    long LastZxid { get; set; }
}
