using System.Buffers.Binary;

namespace SparkConnect.Tests.Recorded;

/// <summary>A response's body: messages in gRPC's frames, then its end, a failure, or nothing.</summary>
internal sealed class PlayedStream(IEnumerable<byte[]> messages, IOException? failure, bool hangs, TaskCompletionSource hanging) : Stream
{
    private readonly MemoryStream _frames = new([.. messages.SelectMany(Frame)]);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // A read of no bytes only asks whether there are any.
        if (await _frames.ReadAsync(buffer, cancellationToken) is var read && (read > 0 || _frames.Position < _frames.Length))
            return read;
        if (failure is not null)
            throw failure;
        if (!hangs)
            return 0;
        hanging.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static byte[] Frame(byte[] message)
    {
        var frame = new byte[message.Length + 5];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }
}
