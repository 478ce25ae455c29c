using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client.Sessions;

internal sealed partial class Session
{
    // Each server has its turn in the session's time. A single one has several: a server that is just starting may take a connection and
    // neither serve nor close it (3.8.0 does).
    private const int FewestTries = 3;

    private readonly Queue<PendingRequest> _again = new();
    private long _lastHeard;

    private async Task RunAsync()
    {
        WaitForConnection();
        try
        {
            while (Volatile.Read(ref _disposed) == 0)
                await LiveOnceAsync();
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            LogClosing(_logger, Identity.Id);
        }
        catch (Exception end)
        {
            End(end);
        }
    }

    // One connection's life, or one session's end.
    private async Task LiveOnceAsync()
    {
        try
        {
            await using var connection = await OpenAsync(_closing.Token);
            await ServeAsync(connection);
        }
        catch (SessionExpiredException expired) when (_options.RenewExpiredSession)
        {
            EndSession(expired);
            SetState(SessionState.Disconnected);
        }
    }

    private async Task<Connection> OpenAsync(CancellationToken closing)
    {
        while (true)
        {
            ThrowIfForgotten();
            if (_ensemble.AtStartOfRound)
                Interlocked.Increment(ref _startedRounds);
            var server = _ensemble.Next();
            try
            {
                return await Connection.OpenAsync(server, Identity, Identity.Timeout / Math.Max(_ensemble.Count, FewestTries), this, _options, closing);
            }
            catch (Exception failure) when (failure is not (OperationCanceledException or SessionExpiredException))
            {
                _ensemble.Failed(server, failure);
                LogNotServed(_logger, Ensemble.Name(server), failure.Message);
            }

            if (!_ensemble.AtStartOfRound)
                continue;
            FailRound();
            await Task.Delay(_backoff.Next(), _time, closing);
        }
    }

    private async Task ServeAsync(Connection connection)
    {
        Volatile.Write(ref _identity, connection.Identity);
        var first = TakeUp();
        ZooKeeperTelemetry.Connected();
        LogConnected(_logger, Identity.Id, connection.Server, Identity.Timeout);
        SetState(SessionState.Connected);
        var cause = await connection.RunAsync(first, _closing.Token);
        _lastHeard = connection.LastReceived;
        // Who learns of the loss by a failure must find the state changed.
        if (Volatile.Read(ref _disposed) == 0 && cause is not AuthenticationFailedException)
            LoseConnection(connection, cause);
        KeepOrFail([.. connection.TakeUnanswered(), .. first], cause);
        _closing.Token.ThrowIfCancellationRequested();
        if (cause is AuthenticationFailedException)
            throw cause;
        if (Volatile.Read(ref _disposed) != 0)
            return;
        if (connection.HasAnswered)
            _backoff.Reset();
        else
            await Task.Delay(_backoff.Next(), _time, _closing.Token);
    }

    private void LoseConnection(Connection connection, Exception cause)
    {
        ZooKeeperTelemetry.ConnectionLost();
        LogConnectionLost(_logger, Identity.Id, connection.Server, cause.Message);
        WaitForConnection();
        SetState(SessionState.Disconnected);
    }

    // What goes out before anything else: who the session is, what it watches, and what was on its way when the last connection broke.
    private Queue<PendingRequest> TakeUp()
    {
        lock (_gate)
        {
            StopWaiting();
            Queue<PendingRequest> first = new([.. _credentials.Select(credentials => Requests.Authenticate(credentials, belongsToConnection: true)), .. Watches.Renew(LastZxid), .. _again]);
            _again.Clear();
            return first;
        }
    }

    private void KeepOrFail(IEnumerable<PendingRequest> unanswered, Exception cause)
    {
        lock (_gate)
        {
            foreach (var request in unanswered)
            {
                if (request.BelongsToConnection)
                    request.Cancel(CancellationToken.None);
                else if (request.Attempts == 0 || (request.Repeatable && request.Attempts <= _options.ReadRetries))
                    KeepForNext(request);
                else
                    request.Fail(new ConnectionLossException(request.Path, mayHaveTakenEffect: !request.Repeatable, cause));
            }
        }
    }

    private void KeepForNext(PendingRequest request)
    {
        request.LastRoundBefore = _startedRounds;
        _again.Enqueue(request);
    }

    // The ensemble forgets a session that it hasn't heard from for its timeout. When nobody can be asked, that much time and a third
    // on top of it count as forgotten: no ensemble that was reset, and so refuses the session for good, can hold the client up.
    private void ThrowIfForgotten()
    {
        if (Identity.Id != 0 && _time.GetElapsedTime(_lastHeard) > Identity.Timeout * 4 / 3)
            throw new SessionExpiredException(path: null, Identity.Id);
    }

    private void SetState(SessionState state)
    {
        _state = state;
        _stateChanged(state, Identity.Id);
    }
}
