namespace ZooKeeper.Client.Sessions;

/// <summary>
/// Without a connection, requests wait for one, but not for ever: when the patience is over, a request fails with the first round through the
/// ensemble that began after it came and brought no connection.
/// </summary>
internal sealed partial class Session
{
    private Func<string?, Exception>? _refusal;
    private ITimer? _patience;
    private bool _patienceIsOver;
    private bool _ended;
    private int _startedRounds;
    private int _lastFailedRound;

    private void WaitForConnection()
    {
        lock (_gate)
            _patience ??= _time.CreateTimer(_ => LosePatience(), state: null, _options.Patience, Timeout.InfiniteTimeSpan);
    }

    private void StopWaiting()
    {
        _patience?.Dispose();
        (_patience, _patienceIsOver) = (null, false);
    }

    private void LosePatience()
    {
        lock (_gate)
        {
            if (_ended || _patience is null)
                return;
            _patienceIsOver = true;
        }

        LogPatienceLost(_logger, _ensemble.DescribeFailure().Message, _options.Patience);
        FailWaiting(NotServed, Volatile.Read(ref _lastFailedRound));
    }

    private void FailRound()
    {
        lock (_gate)
        {
            Volatile.Write(ref _lastFailedRound, _startedRounds);
            if (!_patienceIsOver)
                return;
        }

        FailWaiting(NotServed, _lastFailedRound);
    }

    private ConnectionLossException NotServed(string? path) => new(path, mayHaveTakenEffect: false, _ensemble.DescribeFailure());

    // Those only that began to wait before a round, in the order they came.
    private void FailWaiting(Func<string?, Exception> reason, int round)
    {
        lock (_gate)
        {
            while (_again.TryPeek(out var kept) && kept.LastRoundBefore < round)
                _again.Dequeue().Fail(reason(kept.Path));
            while (_outgoing.Reader.TryPeek(out var request) && request.LastRoundBefore < round && _outgoing.Reader.TryRead(out request))
                request.Fail(reason(request.Path));
        }
    }

    private void ThrowIfRefusing(string? path)
    {
        if (Volatile.Read(ref _refusal) is { } refusal)
            throw refusal(path);
    }

    // For good.
    private void Refuse(Func<string?, Exception> reason)
    {
        lock (_gate)
        {
            StopWaiting();
            _ended = true;
            Volatile.Write(ref _refusal, reason);
        }
    }
}
