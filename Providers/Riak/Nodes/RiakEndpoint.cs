using System.Diagnostics.CodeAnalysis;

namespace Riak.Nodes;

/// <summary>Where a node's Protocol Buffers interface listens.</summary>
/// <param name="Host">A name, or an address; IPv6 without brackets.</param>
/// <param name="Port">1 to 65535.</param>
public readonly record struct RiakEndpoint(string Host, int Port)
{
    /// <summary>The port that Riak listens on by default.</summary>
    public const int DefaultPort = 8087;

    /// <summary>Reads <c>host[:port],…</c>; IPv6 addresses with a port need brackets: <c>[::1]:8087</c>.</summary>
    /// <param name="text">The list.</param>
    /// <param name="endpoints">At least one, without doubles, in the order of the list.</param>
    /// <param name="error">Which entry is wrong and why.</param>
    public static bool TryParseList(string? text, out IReadOnlyList<RiakEndpoint> endpoints, [NotNullWhen(false)] out string? error)
    {
        var found = new List<RiakEndpoint>();
        endpoints = found;
        error = null;
        foreach (var entry in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!TryParse(entry, out var endpoint))
            {
                error = $"'{entry}' isn't host[:port] with a port from 1 to 65535";
                return false;
            }

            if (!found.Contains(endpoint))
                found.Add(endpoint);
        }

        error = found.Count == 0 ? "it names no host; expected host[:port],…" : null;
        return error is null;
    }

    /// <summary>As <see cref="TryParseList"/>, for a list that was checked.</summary>
    /// <param name="text">The list.</param>
    /// <exception cref="FormatException">An entry can't be read.</exception>
    public static IReadOnlyList<RiakEndpoint> ParseList(string text) =>
        TryParseList(text, out var endpoints, out var error) ? endpoints : throw new FormatException(error);

    /// <summary><c>host:port</c>.</summary>
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    private static bool TryParse(string entry, out RiakEndpoint endpoint)
    {
        var port = DefaultPort;
        var host = entry;
        var colon = entry.LastIndexOf(':');
        // More than one colon without brackets is a bare IPv6 address, which has no port.
        if (colon >= 0 && (entry.IndexOf(':', StringComparison.Ordinal) == colon || entry[colon - 1] == ']'))
        {
            host = entry[..colon];
            if (!int.TryParse(entry.AsSpan(colon + 1), out port))
                port = 0;
        }

        endpoint = new(host.Trim('[', ']'), port);
        return endpoint.Host.Length > 0 && port is > 0 and <= 65535 && Uri.CheckHostName(endpoint.Host) != UriHostNameType.Unknown;
    }
}
