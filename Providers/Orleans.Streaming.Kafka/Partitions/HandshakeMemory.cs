namespace Orleans.Streaming.Kafka;

/// <summary>
/// The handshake token that the consumer expects next. The agent is told of a failed delivery as if it had succeeded, since its own way
/// with failures ends in skipping; so the token that it would send next is wrong, and the last right one is sent in its place.
/// </summary>
internal sealed class HandshakeMemory
{
    private object? _token;

    internal bool IsKept { get; private set; }

    internal bool TryGet(out object? token)
    {
        token = _token;
        return IsKept;
    }

    internal void Keep(object? token)
    {
        _token = token;
        IsKept = true;
    }

    internal void Forget()
    {
        _token = null;
        IsKept = false;
    }
}
