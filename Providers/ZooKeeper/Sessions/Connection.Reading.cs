using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client.Sessions;

internal sealed partial class Connection
{
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var frame = await _frames.ReadAsync(cancellationToken);
            Volatile.Write(ref _lastReceived, _time.GetTimestamp());
            Dispatch(frame.Span);
            HasAnswered = true;
        }
    }

    private void Dispatch(ReadOnlySpan<byte> frame)
    {
        var body = new JuteReader(frame);
        var header = ReplyHeader.Read(ref body);
        switch (header.Xid)
        {
            case Xid.Ping:
                break;
            case Xid.Notification:
                Notify(ref body);
                break;
            case Xid.Auth:
                Authenticate(header, ref body);
                break;
            default:
                Answer(header, ref body);
                break;
        }
    }

    private void Notify(ref JuteReader body)
    {
        var type = (WatchEventType)body.ReadInt();
        body.ReadInt(); // The state of the connection, which the sending itself tells.
        var path = body.ReadString();
        if (type is WatchEventType.Created or WatchEventType.Deleted or WatchEventType.DataChanged or WatchEventType.ChildrenChanged)
            _owner.Watches.Fire(type, path);
    }

    private void Authenticate(ReplyHeader header, ref JuteReader body)
    {
        if (header.Error != ErrorCode.Ok)
            throw new AuthenticationFailedException(path: null);
        if (!_authentications.TryDequeue(out var request))
            throw new ZooKeeperProtocolException("The server acknowledges credentials that it was not given.");
        request.Answer(header, ref body, Identity.Id);
    }

    private void Answer(ReplyHeader header, ref JuteReader body)
    {
        if (!_inFlight.Reader.TryPeek(out var request))
            throw new ZooKeeperProtocolException($"The server answers a request {header.Xid} where none is waiting.");
        if (request.Xid != header.Xid)
            throw new ZooKeeperProtocolException($"The server answers request {header.Xid} where the answer to {request.Xid} is due.");
        if (request.BelongsToConnection && header.Error != ErrorCode.Ok)
            throw new ZooKeeperProtocolException($"The server refuses to set the session's watches anew: {header.Error}.");
        if (header.Zxid > 0)
            _owner.LastZxid = header.Zxid;
        request.Answer(header, ref body, Identity.Id);
        _inFlight.Reader.TryRead(out _);
    }
}
