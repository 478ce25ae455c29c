using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;
using Riak.Errors;

namespace Riak.Wire;

/// <summary>A message of the wire: 4 bytes of big-endian length, which count the code and the body, 1 byte of code, the body.</summary>
internal readonly record struct Frame(MessageCode Code, ReadOnlyMemory<byte> Body)
{
    public const int LengthBytes = 4;

    public static void ThrowIfTooLong(IMessage? message, int maxFrameBytes)
    {
        var size = 1 + (message?.CalculateSize() ?? 0);
        if (size > maxFrameBytes)
            throw new ArgumentException($"The request has {size} bytes, more than {nameof(RiakClientOptions.MaxFrameBytes)}, which is {maxFrameBytes}.");
    }

    public static void Write(IBufferWriter<byte> output, MessageCode code, IMessage? message)
    {
        var size = 1 + (message?.CalculateSize() ?? 0);
        var head = output.GetSpan(LengthBytes + 1);
        BinaryPrimitives.WriteInt32BigEndian(head, size);
        head[LengthBytes] = (byte)code;
        output.Advance(LengthBytes + 1);
        message?.WriteTo(output);
    }

    /// <summary>The number of bytes that follow the length, checked against the bound.</summary>
    public static int ReadLength(ReadOnlySpan<byte> head, int maxFrameBytes)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(head);
        return length >= 1 && length <= (uint)maxFrameBytes
            ? (int)length
            : throw new RiakProtocolException(
                $"A frame of {length} bytes was announced; from 1 to {nameof(RiakClientOptions.MaxFrameBytes)} = {maxFrameBytes} are accepted. "
                + "Is this Riak's Protocol Buffers port (default 8087)?");
    }
}
