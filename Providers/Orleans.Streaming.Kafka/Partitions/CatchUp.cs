namespace Orleans.Streaming.Kafka;

/// <summary>
/// Reads one stream's records from the topic for a consumer that goes back, from its token up to the first record that its cursor keeps in
/// memory: there the cursor goes on, without a gap or a repetition. Guarded by the partition's lock; reading itself is outside of it.
/// </summary>
internal sealed class CatchUp : IDisposable
{
    private readonly AssignedPartition _partition;
    private readonly StreamBacklog _backlog;
    private readonly IHistory _history;
    private readonly long _end;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopped;
    private IHistoryReader? _reader;
    private long _position;
    private bool _isReading;

    internal CatchUp(AssignedPartition partition, StreamBacklog backlog, IHistory history, long from, long end)
    {
        _partition = partition;
        _backlog = backlog;
        _history = history;
        _position = from;
        _end = end;
        _stopped = _stopping.Token;
    }

    /// <summary>Read, and not yet taken by the consumer.</summary>
    internal RecordRun Records { get; } = new();

    internal bool IsAtEnd => Records.IsEmpty && !_isReading && _position >= _end;

    /// <summary>Whether there is something to hand out; if not, it is read, and the agent is told when it is there.</summary>
    internal bool HasRecords(StreamCursor cursor)
    {
        if (!Records.IsEmpty)
            return true;
        if (_isReading || _stopped.IsCancellationRequested)
            return false;
        _isReading = true;
        _ = Task.Run(() => ReadAsync(cursor));
        return false;
    }

    internal void Confirm(long number)
    {
        while (Records.First < number)
            Records.RemoveFirst();
    }

    /// <summary>The cursor has gone, or has come up to what is in memory.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        if (!_isReading)
            Close();
    }

    private async Task ReadAsync(StreamCursor cursor)
    {
        try
        {
            _reader ??= _history.Open(_partition.Topic, _partition.Partition, _position, _end);
            var (records, next) = await _reader.ReadAsync(record => _partition.IsOf(_backlog.StreamId, record), _stopped);
            var readable = records.Where(TryRead).ToList();
            lock (_partition.Gate)
                Conclude(() => Add(cursor, readable, next));
        }
        catch (Exception exception)
        {
            lock (_partition.Gate)
            {
                Close();
                Conclude(() => _partition.OnCatchUpFailed(cursor, exception));
            }
        }
    }

    private void Conclude(Action proceed)
    {
        _isReading = false;
        if (_stopped.IsCancellationRequested)
            Close();
        else
            proceed();
    }

    private void Add(StreamCursor cursor, List<CachedRecord> records, long next)
    {
        foreach (var record in records)
            Records.Add(record);
        _position = next;
        if (_position >= _end)
            Close();
        _partition.OnAnswered(cursor);
        cursor.Retry.Answered();
        _partition.Announcements.Soon(_backlog);
        _partition.Wake();
    }

    /// <summary>What can't be read was refused when it was new, and is in the dead-letter topic.</summary>
    private bool TryRead(CachedRecord record)
    {
        try
        {
            _partition.Read(record, _backlog.StreamId);
            return true;
        }
        catch (Exception exception)
        {
            _partition.OnUnreadableAgain(record, exception);
            return false;
        }
    }

    private void Close()
    {
        _reader?.Dispose();
        _reader = null;
    }
}
