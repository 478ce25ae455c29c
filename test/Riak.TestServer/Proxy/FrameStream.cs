using System.Buffers.Binary;
using System.Net.Sockets;

namespace Riak.TestServer.Proxy;

/// <summary>Whole frames over a connection, length included, unread.</summary>
internal static class FrameStream
{
    private const int LengthBytes = 4;

    /// <summary>Null: the other side closed the connection between two frames.</summary>
    public static async Task<byte[]?> ReadFrameAsync(this NetworkStream stream)
    {
        var head = new byte[LengthBytes];
        if (await stream.ReadAtLeastAsync(head, LengthBytes, throwOnEndOfStream: false) < LengthBytes)
            return null;
        var frame = new byte[LengthBytes + BinaryPrimitives.ReadInt32BigEndian(head)];
        head.CopyTo(frame, 0);
        await stream.ReadExactlyAsync(frame.AsMemory(LengthBytes));
        return frame;
    }

    public static byte Code(byte[] frame) => frame[LengthBytes];
}
