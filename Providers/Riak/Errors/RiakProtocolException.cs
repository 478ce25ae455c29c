namespace Riak.Errors;

/// <summary>
/// What came from the server isn't a frame that may be expected: longer than <see cref="RiakClientOptions.MaxFrameBytes"/>, of another
/// message than the answer, unreadable, or more than one. The connection is closed. Thrown for reads; a write's outcome is unknown then.
/// </summary>
public sealed class RiakProtocolException : RiakException
{
    internal RiakProtocolException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
