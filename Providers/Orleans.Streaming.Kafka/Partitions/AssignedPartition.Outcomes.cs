namespace Orleans.Streaming.Kafka;

/// <content>What becomes of deliveries.</content>
internal sealed partial class AssignedPartition
{
    private readonly HashSet<StreamCursor> _failing = [];
    private readonly TaskCompletionSource _givingUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Stall? _deadLetterFailure;
    private int _underWay;
    private int _deadLettersPending;

    internal long DeadLettered { get; private set; }

    internal bool TryEnterDelivery()
    {
        if (State == PartitionState.Closed)
            return false;
        _underWay++;
        return true;
    }

    internal void LeaveDelivery(int delivered)
    {
        _underWay--;
        if (delivered > 0)
            _context.Metrics.Delivered(this, delivered);
        SignalIfQuiet();
    }

    /// <summary>A consumer failed for a reason that may pass: the cursor tries again later, and the records stay until it succeeds.</summary>
    internal void OnFailed(StreamCursor cursor, Delivery delivery, Exception exception)
    {
        var now = Now;
        cursor.Retry.Failed(delivery.Count, $"{exception.GetType().Name}: {exception.Message}", now, Random.Shared.NextDouble());
        _failing.Add(cursor);
        Announcements.At(cursor.Backlog, cursor.Retry.NotBefore!.Value);
        Wake();
        _context.Metrics.Failed(this);
        var first = cursor.Run[delivery.First];
        LogDeliveryFailed(_context.Logger, exception, cursor.Backlog.StreamId, first.Record, delivery.Count, cursor.Retry.Failures, cursor.Retry.NotBefore.Value - now);
    }

    /// <summary>What a consumer goes back to can't be read: it waits, and its partition tells why.</summary>
    internal void OnCatchUpFailed(StreamCursor cursor, Exception exception)
    {
        var now = Now;
        cursor.Retry.Failed(1, exception.Message, now, Random.Shared.NextDouble());
        _failing.Add(cursor);
        Announcements.At(cursor.Backlog, cursor.Retry.NotBefore!.Value);
        Wake();
        LogCatchUpFailed(_context.Logger, exception, cursor.Backlog.StreamId, Topic, Partition, cursor.Retry.NotBefore.Value - now);
    }

    internal void OnUnreadableAgain(CachedRecord record, Exception exception) => LogUnreadableAgain(_context.Logger, exception, record.Record);

    /// <summary>A consumer refused a single record.</summary>
    internal void OnRefused(StreamCursor cursor, long number, Exception exception)
    {
        cursor.Retry.Answered();
        OnAnswered(cursor);
        Refuse(cursor.Run[number], exception);
        cursor.Confirm(number + 1);
    }

    /// <summary>A consumer refused a batch for one of its records.</summary>
    internal void OnBatchRefused(StreamCursor cursor, int count)
    {
        cursor.Retry.Refused(count);
        OnAnswered(cursor);
    }

    internal void OnAnswered(StreamCursor cursor)
    {
        if (_failing.Remove(cursor))
            LogConsumerAnswers(_context.Logger, cursor.Backlog.StreamId, Topic, Partition);
    }

    private void Refuse(CachedRecord record, Exception exception)
    {
        if (record.Item is null)
            record.Settled = true;
        if (record.DeadLetter != DeadLetterState.None || State == PartitionState.Closed)
            return;
        record.DeadLetter = DeadLetterState.Pending;
        _deadLettersPending++;
        var refusal = new Refusal(exception.Message, exception, Now);
        LogRecordRefused(_context.Logger, exception, record.Record);
        // Off the agent's scheduler: its turns are for deliveries.
        _ = Task.Run(() => WriteDeadLetterAsync(record, refusal));
    }

    /// <summary>Tries until the dead-letter topic has the record, or the partition is given up with the record unfinished.</summary>
    private async Task WriteDeadLetterAsync(CachedRecord record, Refusal refusal)
    {
        for (var failures = 0; !await TryWriteDeadLetterAsync(record, refusal) && IsOpen;)
        {
            failures++;
            await _givingUp.Task.WaitAsync(Backoff.After(failures, Options.RetryBackoffMin, Options.RetryBackoffMax, jitter: 0), _context.Time)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        lock (Gate)
        {
            _deadLettersPending--;
            SignalIfQuiet();
        }
    }

    private async Task<bool> TryWriteDeadLetterAsync(CachedRecord record, Refusal refusal)
    {
        try
        {
            await _context.DeadLetters.WriteAsync(record.Record, refusal, CancellationToken.None);
        }
        catch (Exception exception)
        {
            lock (Gate)
                _deadLetterFailure ??= new Stall(Now, record.Record.ToString(), $"The dead-letter topic takes no records: {exception.Message}");
            LogDeadLetterFailed(_context.Logger, exception, record.Record);
            return false;
        }

        lock (Gate)
        {
            _deadLetterFailure = null;
            record.DeadLetter = DeadLetterState.Acknowledged;
            DeadLettered++;
            _context.Metrics.DeadLettered(this);
            if (State != PartitionState.Closed)
                AdvanceWindow();
        }

        return true;
    }
}
