using System.Buffers.Binary;
using System.Text;

namespace Kafka.Embedded.Relay;

/// <summary>Walks over a message of the Kafka protocol in its flexible ("compact") encoding, KIP-482.</summary>
internal ref struct CompactReader(ReadOnlySpan<byte> message)
{
    private readonly ReadOnlySpan<byte> _message = message;

    internal int Position { get; private set; }

    internal void Skip(int bytes) => Position += bytes;

    internal int ReadInt32()
    {
        Position += sizeof(int);
        return BinaryPrimitives.ReadInt32BigEndian(_message[(Position - sizeof(int))..]);
    }

    internal int ReadVarint()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _message[Position++];
            value |= (part & 0x7f) << shift;
            if ((part & 0x80) == 0)
                return value;
        }
    }

    /// <summary>Number of elements; the wire has it plus one, and zero for null.</summary>
    internal int ReadCount() => Math.Max(0, ReadVarint() - 1);

    internal string ReadString()
    {
        var length = ReadCount();
        Position += length;
        return Encoding.UTF8.GetString(_message.Slice(Position - length, length));
    }

    internal void SkipString() => Skip(ReadCount());

    internal void SkipInt32Array() => Skip(ReadCount() * sizeof(int));

    internal void SkipTags()
    {
        for (var tags = ReadVarint(); tags > 0; tags--)
        {
            ReadVarint();
            Skip(ReadVarint());
        }
    }
}
