namespace Riak.Tests.Vectors;

/// <summary>For each recorded exchange the call that makes it, and what must come out.</summary>
internal static partial class Exchanges
{
    /// <summary>
    /// Requests that the client doesn't build; only the response counts. Gsets aren't offered. The recorded <c>if_modified</c> request has the
    /// clock in field 6, which is the flag <c>notfound_ok</c>; the field is 7 (see the test of its own), so the server didn't see it.
    /// </summary>
    public static readonly IReadOnlySet<string> NotBuilt =
        new HashSet<string> { "gset-add", "gset-fetch", "error-unknown-message-code", "kv-get-if-modified-unchanged" };

    public static readonly IReadOnlyDictionary<string, Func<RiakClient, Task>> All =
        DataTypes.Concat(Maps).Concat(KeyValue).Concat(Errors).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static RiakLocation In(string type, string? key = "p:1") => new(type, "players", key);

    private static string Recorded(string name) => RecordedVectors.Named(name).Response!;
}
