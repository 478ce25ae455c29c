using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client;

/// <summary>The requests that consist of a path and little else.</summary>
internal static class Requests
{
    internal static byte[] Path(OpCode code, string serverPath)
    {
        var writer = RequestFrame.Begin(code);
        writer.WriteString(serverPath);
        return writer.ToFrame();
    }

    internal static byte[] Number(OpCode code, string serverPath, int number)
    {
        var writer = RequestFrame.Begin(code);
        writer.WriteString(serverPath);
        writer.WriteInt(number);
        return writer.ToFrame();
    }

    internal static byte[] Watch(OpCode code, string serverPath, bool watch)
    {
        var writer = RequestFrame.Begin(code);
        writer.WriteString(serverPath);
        writer.WriteBool(watch);
        return writer.ToFrame();
    }

    internal static byte[] Data(OpCode code, string serverPath, ReadOnlySpan<byte> data, int version)
    {
        var writer = RequestFrame.Begin(code);
        writer.WriteString(serverPath);
        writer.WriteBuffer(data);
        writer.WriteInt(version);
        return writer.ToFrame();
    }

    internal static Request<bool> Authenticate(Credentials credentials, bool belongsToConnection)
    {
        const int type = 0;
        var writer = RequestFrame.Begin(OpCode.Auth);
        writer.WriteInt(type);
        writer.WriteString(credentials.Scheme);
        writer.WriteBuffer(credentials.Data.Span);
        return new(OpCode.Auth, path: null, writer.ToFrame(), (_, ref _) => true)
        {
            FixedXid = Xid.Auth,
            Repeatable = !belongsToConnection,
            BelongsToConnection = belongsToConnection,
        };
    }
}
