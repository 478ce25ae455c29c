using System.Buffers.Binary;

namespace ZooKeeper.Tests.Servers;

/// <summary>A client's connection to a <see cref="ScriptedServer"/>.</summary>
internal sealed class ScriptedConnection(Stream stream, CancellationToken closing)
{
    internal const long SessionId = 0x5e551011;

    /// <summary>Takes the session, as any server does.</summary>
    internal async Task TakeSessionAsync(TimeSpan timeout)
    {
        await ReadAsync();
        var response = new byte[sizeof(int) + 37];
        BinaryPrimitives.WriteInt32BigEndian(response, 37);
        BinaryPrimitives.WriteInt32BigEndian(response.AsSpan(8), (int)timeout.TotalMilliseconds);
        BinaryPrimitives.WriteInt64BigEndian(response.AsSpan(12), SessionId);
        BinaryPrimitives.WriteInt32BigEndian(response.AsSpan(20), 16);
        await SendAsync(response);
    }

    /// <summary>The next request's xid and operation.</summary>
    internal async Task<(int Xid, Operation Operation)> ReadRequestAsync()
    {
        var frame = await ReadAsync();
        return (Frames.Number(frame, 0), (Operation)Frames.Number(frame, 1));
    }

    /// <summary>A reply with a header and whatever body.</summary>
    internal Task ReplyAsync(int xid, params byte[] body)
    {
        var frame = new byte[sizeof(int) + 16 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, 16 + body.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), xid);
        body.CopyTo(frame, 20);
        return SendAsync(frame);
    }

    internal async Task SendAsync(ReadOnlyMemory<byte> bytes) => await stream.WriteAsync(bytes, closing);

    /// <summary>Waits until the client closes the connection.</summary>
    internal async Task UntilClosedAsync()
    {
        while (await Frames.ReadAsync(stream, closing) is not null)
            continue;
    }

    private async Task<byte[]> ReadAsync() => await Frames.ReadAsync(stream, closing) ?? throw new EndOfStreamException();
}
