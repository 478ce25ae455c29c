namespace Riak.Tests.Scripted;

/// <summary>What a <see cref="ScriptedServer"/> does with one request.</summary>
/// <param name="Bytes">Sent; null: nothing is sent.</param>
/// <param name="Close">Whether the connection is closed then.</param>
internal sealed record Reply(byte[]? Bytes, bool Close)
{
    /// <summary>Never answers; the connection stays open.</summary>
    public static Reply Silence { get; } = new(null, Close: false);

    /// <summary>Closes the connection without an answer.</summary>
    public static Reply Hangup { get; } = new(null, Close: true);

    public static Reply Hex(string hex) => new(Convert.FromHexString(hex), Close: false);

    /// <summary>The answer to a ping.</summary>
    public static Reply Pong { get; } = Hex("0000000102");
}
