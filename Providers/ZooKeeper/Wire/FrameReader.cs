using System.Buffers.Binary;

namespace ZooKeeper.Client.Wire;

/// <summary>Cuts a stream into frames.</summary>
internal sealed class FrameReader(Stream stream, int maximumBytes)
{
    private const int LengthBytes = sizeof(int);

    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next frame without its length, valid until the next call.</summary>
    /// <exception cref="ZooKeeperProtocolException">The announced length is none that a server would send.</exception>
    /// <exception cref="EndOfStreamException">The server has closed the connection.</exception>
    internal async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        await FillAsync(LengthBytes, cancellationToken);
        var length = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_start));
        if (length < 0 || length > maximumBytes)
            throw new ZooKeeperProtocolException($"The server announces a frame of {length} bytes; up to {maximumBytes} are accepted.");
        await FillAsync(LengthBytes + length, cancellationToken);
        var frame = _buffer.AsMemory(_start + LengthBytes, length);
        _start += LengthBytes + length;
        return frame;
    }

    private async ValueTask FillAsync(int bytes, CancellationToken cancellationToken)
    {
        MakeRoom(bytes);
        while (_end - _start < bytes)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
                throw new EndOfStreamException(_end == _start ? "The server has closed the connection." : "The server has closed the connection in the middle of a frame.");
            _end += read;
        }
    }

    private void MakeRoom(int bytes)
    {
        if (_buffer.Length - _start >= bytes)
            return;
        var target = bytes > _buffer.Length ? new byte[bytes] : _buffer;
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        (_buffer, _end, _start) = (target, _end - _start, 0);
    }
}
