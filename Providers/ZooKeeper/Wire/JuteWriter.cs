using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ZooKeeper.Client.Wire;

/// <summary>Writes one frame: four bytes of length, then Jute.</summary>
internal sealed class JuteWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    internal JuteWriter() => WriteInt(0);

    internal void WriteInt(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_buffer.GetSpan(sizeof(int)), value);
        _buffer.Advance(sizeof(int));
    }

    internal void WriteLong(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_buffer.GetSpan(sizeof(long)), value);
        _buffer.Advance(sizeof(long));
    }

    internal void WriteBool(bool value)
    {
        _buffer.GetSpan(1)[0] = value ? (byte)1 : (byte)0;
        _buffer.Advance(1);
    }

    internal void WriteBuffer(ReadOnlySpan<byte> value)
    {
        WriteInt(value.Length);
        _buffer.Write(value);
    }

    internal void WriteString(string value)
    {
        WriteInt(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, _buffer);
    }

    internal void WriteStrings(IReadOnlyCollection<string> values)
    {
        WriteInt(values.Count);
        foreach (var value in values)
            WriteString(value);
    }

    internal byte[] ToFrame()
    {
        var frame = _buffer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length - sizeof(int));
        return frame;
    }
}
