namespace Riak.TestServer.Proxy;

/// <summary>A request that is kept back.</summary>
internal sealed class HeldRequest(byte[] frame, int after)
{
    private int _left = after;

    public byte[] Frame => frame;

    /// <summary>Counts an answered request; true once it is this one's turn.</summary>
    public bool IsDue() => --_left <= 0;
}
