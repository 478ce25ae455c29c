using System.Buffers.Binary;

namespace ZooKeeper.Tests.Servers;

/// <summary>The protocol's frames as a test sees them: four bytes of length, then the body.</summary>
internal static class Frames
{
    /// <summary>The whole frame with its length; null at the end of the stream.</summary>
    internal static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var length = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancellationToken) < length.Length)
            return null;
        var frame = new byte[length.Length + BinaryPrimitives.ReadInt32BigEndian(length)];
        length.CopyTo(frame, 0);
        var body = frame.AsMemory(length.Length);
        return await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken) < body.Length ? null : frame;
    }

    /// <summary>The number at a place in the body.</summary>
    internal static int Number(byte[] frame, int place) => BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan((place + 1) * sizeof(int)));
}
