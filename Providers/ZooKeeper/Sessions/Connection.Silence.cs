using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client.Sessions;

internal sealed partial class Connection
{
    private static readonly byte[] PingFrame = RequestFrame.Begin(OpCode.Ping).ToFrame();

    // After a third of the session's time without sending, a ping shows the ensemble that the client lives. After two thirds without hearing,
    // another server is sought, with a third left to find it.
    private async Task WatchOverSilenceAsync(CancellationToken cancellationToken)
    {
        var (pingAfter, giveUpAfter) = (Identity.Timeout / 3, Identity.Timeout * 2 / 3);
        while (true)
        {
            var silence = _time.GetElapsedTime(Volatile.Read(ref _lastReceived));
            if (silence >= giveUpAfter)
                throw new TimeoutException($"{Server} was silent for {silence.TotalSeconds:0.###} s, where the session lasts {Identity.Timeout.TotalSeconds:0.###} s.");
            var idle = _time.GetElapsedTime(Volatile.Read(ref _lastSent));
            if (idle >= pingAfter)
            {
                // A queue without room means that there is something better than a ping to send.
                _owner.Outgoing.Writer.TryWrite(NewPing());
                idle = TimeSpan.Zero;
            }

            var next = pingAfter - idle < giveUpAfter - silence ? pingAfter - idle : giveUpAfter - silence;
            await Task.Delay(next, _time, cancellationToken);
        }
    }

    private static Request<bool> NewPing() =>
        new(OpCode.Ping, path: null, [.. PingFrame], (_, ref _) => true) { FixedXid = Xid.Ping, BelongsToConnection = true };
}
