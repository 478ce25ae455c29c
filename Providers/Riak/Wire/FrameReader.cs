using Riak.Errors;

namespace Riak.Wire;

/// <summary>Reads one answer at a time; the frame's body is valid until the next read.</summary>
internal sealed class FrameReader(int maxFrameBytes)
{
    private const int StartBytes = 4 * 1024;
    private const int KeepBytes = 256 * 1024;

    private byte[] _buffer = new byte[StartBytes];

    public async ValueTask<Frame> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        if (_buffer.Length > KeepBytes)
            _buffer = new byte[StartBytes];
        var have = await FillAsync(stream, 0, Frame.LengthBytes, cancellation);
        var end = Frame.LengthBytes + Frame.ReadLength(_buffer, maxFrameBytes);
        if (end > _buffer.Length)
            Array.Resize(ref _buffer, end);
        have = await FillAsync(stream, have, end, cancellation);
        if (have > end)
            throw new RiakProtocolException($"{have - end} bytes follow the answer; the server answers one request with one frame.");
        return new((MessageCode)_buffer[Frame.LengthBytes], _buffer.AsMemory(Frame.LengthBytes + 1, end - Frame.LengthBytes - 1));
    }

    private async ValueTask<int> FillAsync(Stream stream, int have, int wanted, CancellationToken cancellation)
    {
        while (have < wanted)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(have), cancellation);
            if (read == 0)
                throw new EndOfStreamException($"the server closed the connection after {have} bytes of an answer");
            have += read;
        }

        return have;
    }
}
