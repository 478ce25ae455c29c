using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace ZooKeeper.Client.Wire;

/// <summary>Reads Jute, ZooKeeper's big-endian encoding, and refuses what doesn't fit into the frame.</summary>
internal ref struct JuteReader(ReadOnlySpan<byte> frame)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = frame;

    internal readonly bool AtEnd => _rest.IsEmpty;

    internal int ReadInt() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    internal long ReadLong() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    internal bool ReadBool() => Take(1)[0] != 0;

    /// <summary>A length of -1 stands for null, which no caller tells from empty.</summary>
    internal ReadOnlySpan<byte> ReadBuffer()
    {
        var length = ReadInt();
        return length == -1 ? [] : Take(length);
    }

    internal string ReadString()
    {
        var bytes = ReadBuffer();
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException notUtf8)
        {
            throw new ZooKeeperProtocolException("A string in the server's reply is not UTF-8.", notUtf8);
        }
    }

    internal int ReadCount(int smallestItem)
    {
        var count = ReadInt();
        if (count == -1)
            return 0;
        if (count < 0 || count > _rest.Length / smallestItem)
            throw new ZooKeeperProtocolException($"The server's reply announces {count} items where {_rest.Length} bytes are left.");
        return count;
    }

    internal ImmutableArray<string> ReadStrings()
    {
        var strings = ImmutableArray.CreateBuilder<string>(ReadCount(sizeof(int)));
        for (var i = strings.Capacity; i > 0; i--)
            strings.Add(ReadString());
        return strings.MoveToImmutable();
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > _rest.Length)
            throw new ZooKeeperProtocolException($"The server's reply ends early: {length} bytes are due, {_rest.Length} are left.");
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
