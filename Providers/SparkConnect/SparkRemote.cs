using System.Globalization;

namespace SparkConnect;

/// <summary>
/// A server's address as Spark's clients write it: <c>sc://host:port/;token=…;use_ssl=true;user_id=…;session_id=…;user_agent=…</c>. Values are percent-encoded;
/// parameters by other names are sent as headers with each call. A token implies TLS, and is refused in clear text but to this machine.
/// </summary>
public sealed record SparkRemote
{
    private const string Scheme = "sc://";
    private const int DefaultPort = 15002;

    private SparkRemote(string host, int port) => (Host, Port) = (host, port);

    /// <summary>Name or address.</summary>
    public string Host { get; }

    /// <summary>The port; 15002 where none is given.</summary>
    public int Port { get; }

    /// <summary>Whether the connection is encrypted.</summary>
    public bool UseTls { get; private init; }

    /// <summary>Sent as a bearer token; null: none.</summary>
    public string? Token { get; private init; }

    /// <summary>The user that sessions belong to; empty: the server's own idea.</summary>
    public string UserId { get; private init; } = "";

    /// <summary>The session to begin with; null: a new one.</summary>
    public Guid? SessionId { get; private init; }

    /// <summary>What the client calls itself.</summary>
    public string UserAgent { get; private init; } = "shellcorp-spark-connect";

    /// <summary>Headers besides the token.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private init; } = new Dictionary<string, string>();

    internal Uri Address => new UriBuilder(UseTls ? Uri.UriSchemeHttps : Uri.UriSchemeHttp, Host, Port).Uri;

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">It can't be read; the message says why, and shows no token.</exception>
    public static SparkRemote Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(Scheme, StringComparison.Ordinal))
            throw new FormatException($"A Spark address begins with {Scheme}.");
        var slash = text.IndexOf('/', Scheme.Length);
        var (host, port) = ParseEndpoint(slash < 0 ? text[Scheme.Length..] : text[Scheme.Length..slash]);
        return new SparkRemote(host, port).With(slash < 0 ? [] : ParseParameters(text[(slash + 1)..]));
    }

    /// <summary>Without token and headers, for logs.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Scheme}{Host}:{Port}/;use_ssl={(UseTls ? "true" : "false")};user_id={UserId}");

    private static (string Host, int Port) ParseEndpoint(string text)
    {
        var endpoint = Uri.TryCreate($"http://{text}", UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.UserInfo.Length == 0
            ? uri
            : throw new FormatException($"'{text}' isn't host:port.");
        return (endpoint.Host, text.EndsWith(string.Create(CultureInfo.InvariantCulture, $":{endpoint.Port}"), StringComparison.Ordinal) ? endpoint.Port : DefaultPort);
    }

    private static Dictionary<string, string> ParseParameters(string text)
    {
        if (text.Length > 0 && text[0] != ';')
            throw new FormatException("After the slash of a Spark address come parameters, each after a semicolon; it has no path.");
        Dictionary<string, string> parameters = [];
        foreach (var parameter in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equal = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equal <= 0)
                throw new FormatException("A parameter of a Spark address is name=value.");
            if (!parameters.TryAdd(parameter[..equal], Uri.UnescapeDataString(parameter[(equal + 1)..])))
                throw new FormatException($"Parameter {parameter[..equal]} stands twice in the Spark address.");
        }

        return parameters;
    }

    private SparkRemote With(Dictionary<string, string> parameters)
    {
        parameters.Remove("token", out var token);
        parameters.Remove("user_id", out var user);
        var session = parameters.Remove("session_id", out var id) ? ParseSession(id) : (Guid?)null;
        var tls = parameters.Remove("use_ssl", out var ssl) ? ParseFlag(ssl) : token is not null;
        var agent = parameters.Remove("user_agent", out var named) ? named : UserAgent;
        if (token is not null && !tls && !IsThisMachine)
            throw new FormatException($"The Spark address has a token and use_ssl=false: the token would go to {Host} in clear text.");
        return this with { Token = token, UserId = user ?? "", SessionId = session, UseTls = tls, UserAgent = agent, Headers = parameters };
    }

    private bool IsThisMachine => Host is "localhost" or "127.0.0.1" or "[::1]";

    private static Guid ParseSession(string id) =>
        Guid.TryParseExact(id, "D", out var session) ? session : throw new FormatException($"session_id '{id}' of the Spark address isn't a UUID: the server takes nothing else.");

    private static bool ParseFlag(string text) =>
        bool.TryParse(text, out var flag) ? flag : throw new FormatException($"use_ssl of the Spark address is true or false, not '{text}'.");
}
