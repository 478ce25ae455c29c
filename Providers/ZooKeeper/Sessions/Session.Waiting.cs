namespace ZooKeeper.Client.Sessions;

/// <summary>Without a connection, requests wait for one, but not for ever.</summary>
internal sealed partial class Session
{
    private Func<string?, Exception>? _refusal;
    private ITimer? _patience;
    private bool _ended;

    private void WaitForConnection()
    {
        lock (_gate)
            _patience ??= _time.CreateTimer(_ => LosePatience(), state: null, _options.Patience, Timeout.InfiniteTimeSpan);
    }

    private void StopWaiting()
    {
        _patience?.Dispose();
        _patience = null;
        if (!_ended)
            Volatile.Write(ref _refusal, null);
    }

    private void LosePatience()
    {
        lock (_gate)
        {
            if (_ended || _patience is null)
                return;
            Volatile.Write(ref _refusal, path => new ConnectionLossException(path, mayHaveTakenEffect: false, _ensemble.DescribeFailure()));
        }

        LogPatienceLost(_logger, _ensemble.DescribeFailure().Message, _options.Patience);
        RefuseWhatCameLate();
    }

    private void RefuseWhatCameLate()
    {
        if (Volatile.Read(ref _refusal) is { } refusal)
            FailWaiting(refusal);
    }

    private void FailWaiting(Func<string?, Exception> reason)
    {
        lock (_gate)
        {
            while (_again.TryDequeue(out var request))
                request.Fail(reason(request.Path));
        }

        while (_outgoing.Reader.TryRead(out var request))
            request.Fail(reason(request.Path));
    }

    private void ThrowIfRefusing(string? path)
    {
        if (Volatile.Read(ref _refusal) is { } refusal)
            throw refusal(path);
    }

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
