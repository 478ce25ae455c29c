using System.Diagnostics;
using System.Diagnostics.Metrics;
using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client;

/// <summary>The meter and the activity source <c>ZooKeeper.Client</c>.</summary>
internal static class ZooKeeperTelemetry
{
    private static readonly ActivitySource Activities = new("ZooKeeper.Client");
    private static readonly Meter Meter = new("ZooKeeper.Client");
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("zookeeper.client.requests", "{request}", "Requests handed to the network, by operation.");
    private static readonly Counter<long> Connections = Meter.CreateCounter<long>("zookeeper.client.connections", "{connection}", "Connections that a server has taken the session on.");
    private static readonly Counter<long> Lost = Meter.CreateCounter<long>("zookeeper.client.connections_lost", "{connection}", "Connections that ended though the client was not being closed.");
    private static readonly Counter<long> Expired = Meter.CreateCounter<long>("zookeeper.client.sessions_expired", "{session}", "Sessions that have expired.");

    /// <summary>A span from the call to its outcome, where somebody listens.</summary>
    internal static Activity? Start(PendingRequest request) =>
        Activities.HasListeners() ? Activities.StartActivity($"zookeeper {request.Code}", ActivityKind.Client)?.SetTag("zookeeper.path", request.Path) : null;

    internal static void Sent(OpCode code) => Requests.Add(1, new KeyValuePair<string, object?>("operation", code.ToString()));

    internal static void Connected() => Connections.Add(1);

    internal static void ConnectionLost() => Lost.Add(1);

    internal static void SessionExpired() => Expired.Add(1);
}
