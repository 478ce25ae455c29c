using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client.Sessions;

internal sealed partial class Session
{
    // Long enough for a server that is well. One that isn't will forget the session by itself.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        Refuse(_ => new ObjectDisposedException(nameof(ZooKeeperClient)));
        if (_run.IsValueCreated)
        {
            if (State == SessionState.Connected)
                await CloseSessionBestEffortAsync();
            await _closing.CancelAsync();
            await _run.Value;
        }

        EndWaiting(path => new ConnectionLossException(path, mayHaveTakenEffect: false, new ObjectDisposedException(nameof(ZooKeeperClient))));
        Watches.EndSession(new ObjectDisposedException(nameof(ZooKeeperClient)));
        if (State is SessionState.Connected or SessionState.Disconnected)
            SetState(SessionState.Closed);
        _closing.Dispose();
    }

    private async Task CloseSessionBestEffortAsync()
    {
        var request = new Request<bool>(OpCode.CloseSession, path: null, RequestFrame.Begin(OpCode.CloseSession).ToFrame(), (_, ref _) => true);
        try
        {
            using var limit = new CancellationTokenSource(Farewell, _time);
            using var cancellation = limit.Token.UnsafeRegister(static (state, token) => ((PendingRequest)state!).Cancel(token), request);
            await _outgoing.Writer.WriteAsync(request, limit.Token);
            // A loop that has ended answers nobody.
            await Task.WhenAny(request.Task, _run.Value);
        }
        catch (OperationCanceledException failure)
        {
            LogNotClosed(_logger, Identity.Id, failure.Message);
        }
    }

    // A session of the client's has ended, and the client will make another one.
    private void EndSession(SessionExpiredException expired)
    {
        ZooKeeperTelemetry.SessionExpired();
        LogExpired(_logger, expired.SessionId);
        SetState(SessionState.Expired);
        FailWaiting(path => new SessionExpiredException(path, expired.SessionId), int.MaxValue);
        Watches.EndSession(expired);
        Volatile.Write(ref _identity, SessionIdentity.New(_options.SessionTimeout));
        LastZxid = 0;
    }

    // The client's only session has ended, or nothing can go on.
    private void End(Exception reason)
    {
        Func<string?, Exception> refusal = reason switch
        {
            SessionExpiredException expired => path => new SessionExpiredException(path, expired.SessionId),
            AuthenticationFailedException => path => new AuthenticationFailedException(path),
            _ => path => new ConnectionLossException(path, mayHaveTakenEffect: false, reason),
        };
        LogEnded(_logger, Identity.Id, reason);
        if (reason is SessionExpiredException)
            ZooKeeperTelemetry.SessionExpired();
        Refuse(refusal);
        SetState(reason switch
        {
            SessionExpiredException => SessionState.Expired,
            AuthenticationFailedException => SessionState.AuthenticationFailed,
            _ => SessionState.Closed,
        });
        EndWaiting(refusal);
        Watches.EndSession(reason);
    }

    private void EndWaiting(Func<string?, Exception> reason)
    {
        _outgoing.Writer.TryComplete();
        FailWaiting(reason, int.MaxValue);
    }
}
