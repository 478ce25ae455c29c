namespace Riak.Errors;

/// <summary>
/// The server answered with an error. For a write it means that the server refused it before it touched the object; an error that leaves
/// that open arrives as a <see cref="RiakOutcomeUnknownException"/> with this one inside.
/// </summary>
public sealed class RiakServerException : RiakException
{
    internal RiakServerException(uint code, string serverText, RiakErrorKind kind, string message)
        : base(message)
    {
        Code = code;
        ServerText = serverText;
        Kind = kind;
    }

    /// <summary>The server's error code; Riak KV sends 0 for nearly everything.</summary>
    public uint Code { get; }

    /// <summary>The server's own words; <see cref="Exception.Message"/> adds what to do about it.</summary>
    public string ServerText { get; }

    /// <summary>What the text means, as far as this client knows it.</summary>
    public RiakErrorKind Kind { get; }
}
