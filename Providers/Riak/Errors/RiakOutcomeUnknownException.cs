namespace Riak.Errors;

/// <summary>
/// A write's request may have reached the server and there is no answer that says what became of it: it may have been applied, may be
/// applied later, or never. The client doesn't repeat it. <see cref="Exception.InnerException"/> tells why: a lost connection, a time-out,
/// a cancellation, an unreadable answer, or a server's error that leaves it open.
/// </summary>
public sealed class RiakOutcomeUnknownException : RiakException
{
    internal RiakOutcomeUnknownException(string operation, string node, Exception inner)
        : base($"It isn't known whether {node} applied '{operation}', or will: {inner.Message}", inner)
    {
        Operation = operation;
        Node = node;
    }

    /// <summary>What was asked for, for example <c>update-map</c>.</summary>
    public string Operation { get; }

    /// <summary>Which node it was sent to: <c>host:port</c>.</summary>
    public string Node { get; }
}
