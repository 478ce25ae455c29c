using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client.Sessions;

/// <summary>The first frame of each side: a session is made, or taken up again.</summary>
internal static class Handshake
{
    internal static async Task<SessionIdentity> RunAsync(Stream stream, FrameReader frames, SessionIdentity wanted, long lastZxid, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Request(wanted, lastZxid), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        return Read((await frames.ReadAsync(cancellationToken)).Span, wanted);
    }

    private static byte[] Request(SessionIdentity wanted, long lastZxid)
    {
        const int protocolVersion = 0;
        var writer = new JuteWriter();
        writer.WriteInt(protocolVersion);
        writer.WriteLong(lastZxid);
        writer.WriteInt((int)wanted.Timeout.TotalMilliseconds);
        writer.WriteLong(wanted.Id);
        writer.WriteBuffer(wanted.Password.Span);
        writer.WriteBool(false); // A read-only server refuses the session, and another one is tried.
        return writer.ToFrame();
    }

    private static SessionIdentity Read(ReadOnlySpan<byte> frame, SessionIdentity wanted)
    {
        var reader = new JuteReader(frame);
        reader.ReadInt();
        var timeout = TimeSpan.FromMilliseconds(reader.ReadInt());
        var id = reader.ReadLong();
        var password = reader.ReadBuffer().ToArray();
        var readOnly = !reader.AtEnd && reader.ReadBool();
        if (timeout <= TimeSpan.Zero)
            throw new SessionExpiredException(path: null, wanted.Id);
        if (readOnly)
            throw new IOException("The server is read-only.");
        if (id == 0 || (wanted.Id != 0 && id != wanted.Id))
            throw new ZooKeeperProtocolException($"The server gives session 0x{id:x} where 0x{wanted.Id:x} was asked for.");
        return new(id, password, timeout);
    }
}
