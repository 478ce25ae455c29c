using Riak.Security;

namespace Riak;

/// <summary>How a <see cref="RiakClient"/> reaches a cluster. Checked by <see cref="RiakClientOptionsValidator"/>.</summary>
public sealed class RiakClientOptions
{
    /// <summary>The nodes' Protocol Buffers addresses: <c>host[:port]</c>, separated by commas; port 8087 if none. Default <c>127.0.0.1:8087</c>.</summary>
    public string Hosts { get; set; } = "127.0.0.1:8087";

    /// <summary>Connections to one node at most; a connection serves one request at a time. From 1 to 1024. Default 16.</summary>
    public int MaxConnectionsPerNode { get; set; } = 16;

    /// <summary>How long opening a connection may take, TLS and authentication included. Default 5 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one node may take to answer a read before another one is asked. Default 5 s.</summary>
    public TimeSpan ReadAttemptTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a call may take in all, waiting for a connection and repeated reads included. Default 15 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many times a read is sent at most, to different nodes where there are any. From 1 to 10. Default 3.</summary>
    public int MaxReadAttempts { get; set; } = 3;

    /// <summary>How many requests in a row must fail on open connections before a node counts as down. A refused connection is enough at once. Default 3.</summary>
    public int FailuresBeforeDown { get; set; } = 3;

    /// <summary>How often nodes that are down are tried, and idle connections looked at. Default 1 s.</summary>
    public TimeSpan ProbeInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>After how long an unused connection is closed. Default 1 min.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest frame in bytes, sent or received, after its length field. From 1 KiB to 1 GiB. Default 32 MiB.</summary>
    public int MaxFrameBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>The user to authenticate as; needs <see cref="Tls"/>. Default none.</summary>
    public string? User { get; set; }

    /// <summary>The user's password; empty where a client certificate authenticates. Default empty.</summary>
    public string Password { get; set; } = "";

    /// <summary>TLS settings; null: the connection isn't encrypted. Default null.</summary>
    public RiakTlsOptions? Tls { get; set; }

    /// <summary>Without the password, for logs.</summary>
    public override string ToString() =>
        $"{nameof(Hosts)}={Hosts}, {nameof(MaxConnectionsPerNode)}={MaxConnectionsPerNode}, {nameof(ConnectTimeout)}={ConnectTimeout}, "
        + $"{nameof(ReadAttemptTimeout)}={ReadAttemptTimeout}, {nameof(RequestTimeout)}={RequestTimeout}, {nameof(User)}={User ?? "-"}, "
        + $"{nameof(Password)}={(Password.Length == 0 ? "-" : "***")}, TLS={(Tls is null ? "off" : "on")}";
}
