using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace ZooKeeper.Client;

/// <summary>An ensemble's addresses and a chroot: <c>host:port,host:port/chroot</c>. Without a port: 2181. IPv6 addresses in brackets.</summary>
public sealed record ZooKeeperConnectionString
{
    private const int DefaultPort = 2181;

    private ZooKeeperConnectionString(ImmutableArray<DnsEndPoint> servers, string chroot) => (Servers, Chroot) = (servers, chroot);

    /// <summary>The servers, at least one.</summary>
    public ImmutableArray<DnsEndPoint> Servers { get; }

    /// <summary>The node that the client's paths start from, without a slash at the end; empty for the root.</summary>
    public string Chroot { get; }

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static ZooKeeperConnectionString Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var chroot = slash < 0 ? NodePath.Root : text[slash..].Trim();
        try
        {
            NodePath.Validate(chroot);
        }
        catch (ArgumentException invalid)
        {
            throw Invalid(text, invalid.Message);
        }

        var servers = (slash < 0 ? text : text[..slash]).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (servers.Length == 0)
            throw Invalid(text, "it names no server");
        return new([.. servers.Select(server => Server(server, text))], chroot == NodePath.Root ? "" : chroot);
    }

    /// <summary>The form that <see cref="Parse"/> takes.</summary>
    public override string ToString() =>
        string.Join(',', Servers.Select(server => $"{(server.Host.Contains(':', StringComparison.Ordinal) ? $"[{server.Host}]" : server.Host)}:{server.Port}")) + Chroot;

    private static DnsEndPoint Server(string server, string text)
    {
        var bracket = server.LastIndexOf(']');
        var colon = server.LastIndexOf(':');
        var (host, port) = colon > bracket ? (server[..colon], server[(colon + 1)..]) : (server, null);
        host = host.TrimStart('[').TrimEnd(']');
        var number = DefaultPort;
        if (port is not null && !int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            throw Invalid(text, $"'{port}' is not a port");
        if (number is < 1 or > IPEndPoint.MaxPort)
            throw Invalid(text, $"a port is from 1 to {IPEndPoint.MaxPort}, not {number}");
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            throw Invalid(text, $"'{host}' is not a host");
        return new(host, number);
    }

    private static FormatException Invalid(string text, string reason) => new($"'{text}' is not a ZooKeeper connection string (host:port,host:port/chroot): {reason}.");
}
