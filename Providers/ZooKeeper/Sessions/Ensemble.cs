using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace ZooKeeper.Client.Sessions;

/// <summary>The servers in an order drawn once, so that clients spread over them, and why each could not be had.</summary>
internal sealed class Ensemble
{
    private readonly DnsEndPoint[] _servers;
    private readonly string?[] _failures;
    private int _next;

    internal Ensemble(ImmutableArray<DnsEndPoint> servers)
    {
        _servers = [.. servers];
        Random.Shared.Shuffle(_servers);
        _failures = new string?[_servers.Length];
    }

    internal int Count => _servers.Length;

    /// <summary>Whether each server had its turn since the last round.</summary>
    internal bool AtStartOfRound => _next % _servers.Length == 0;

    internal DnsEndPoint Next() => _servers[_next++ % _servers.Length];

    internal void Failed(DnsEndPoint server, Exception cause) => Volatile.Write(ref _failures[Array.IndexOf(_servers, server)], Describe(cause));

    internal IOException DescribeFailure() =>
        new($"No server of the ensemble serves the session: {string.Join(", ", _servers.Select((server, i) => $"{Name(server)} ({Volatile.Read(ref _failures[i]) ?? "not tried yet"})"))}.");

    internal static string Name(DnsEndPoint server) => $"{server.Host}:{server.Port}";

    private static string Describe(Exception cause) => cause is SocketException socket ? socket.SocketErrorCode.ToString() : cause.Message.TrimEnd('.');
}
