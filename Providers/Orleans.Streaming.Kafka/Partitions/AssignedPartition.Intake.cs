using System.Text.Unicode;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <content>From Kafka to the pulling agent.</content>
internal sealed partial class AssignedPartition
{
    // The agent groups what one answer holds; more of it would only delay the first delivery.
    private const int MaxTaken = 1000;

    // The agent looks for idle streams when it asks for records, so its question may not be held back for ever.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly Queue<CachedRecord> _inbox = new();
    private TaskCompletionSource? _wake;
    private Action? _resume;

    // The offset after the last record that the streams have been given.
    private long _announced;

    /// <summary>Adds a record; called on the consumer's thread only, in the order of the offsets.</summary>
    internal void Add(CachedRecord record)
    {
        lock (Gate)
        {
            if (State == PartitionState.Closed || _halt is not null)
                return;
            record.Epoch = Epoch;
            _window.Add(record);
            _inbox.Enqueue(record);
            _monitor.Added(record);
            Wake();
        }
    }

    /// <summary>The offset that a start at the log's end or beginning turned out to be, or the end behind records that are none.</summary>
    internal void ReachedEnd(long offset)
    {
        lock (Gate)
        {
            if (_halt is null)
                _window.MoveEnd(offset);
        }
    }

    /// <summary>Pauses Kafka if the partition is full; it is resumed as soon as half of the bounds is free again.</summary>
    internal void PauseIfFull(Action pause, Action resume)
    {
        lock (Gate)
        {
            if (_resume is not null || State == PartitionState.Closed || (_window.Count < Options.MaxCachedRecords && _window.Bytes < Options.MaxCachedBytes))
                return;
            pause();
            _resume = resume;
            _monitor.Pressure(isFull: true, share: 1);
        }
    }

    /// <summary>
    /// What the agent is to be told: new records, and a record of each stream that waits for it. Waits for something to tell, but no
    /// longer than a few seconds.
    /// </summary>
    internal async Task<IList<IBatchContainer>> TakeAsync(CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        var fresh = DrainInbox();
        foreach (var record in fresh)
            Read(record);
        lock (Gate)
        {
            _monitor.Taken(fresh, _window);
            return State == PartitionState.Closed ? [] : Announce(fresh);
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        Task woken;
        TimeSpan longest;
        lock (Gate)
        {
            ConcludeRound();
            var now = Now;
            if ((IsOpen && _inbox.Count > 0) || Announcements.IsDue(now))
                return;
            longest = Announcements.NextDue is { } due && due - now < LongestWait ? due - now : LongestWait;
            _wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            woken = _wake.Task;
        }

        await woken.WaitAsync(longest, _context.Time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
    }

    private void ConcludeRound()
    {
        var now = Now;
        foreach (var backlog in Announcements.ConcludeRound())
        {
            if (backlog.Announced.CursorOpened)
                continue;
            if (_handshakes.IsOpenUpTo(backlog.Announced.LastHandshake, now))
            {
                backlog.DeferAnnouncement();
                Announcements.At(backlog, now + Options.RetryBackoffMin);
                continue;
            }

            backlog.ConcludeAnnouncement();
            Settle(backlog);
            // What came while the answer was open has not been told of on its own yet.
            if (backlog.Cursors.Count == 0 && !backlog.Records.IsEmpty)
                Announcements.Soon(backlog);
        }
    }

    private List<CachedRecord> DrainInbox()
    {
        var taken = new List<CachedRecord>();
        lock (Gate)
        {
            while (IsOpen && taken.Count < MaxTaken && _inbox.TryDequeue(out var record))
                taken.Add(record);
        }

        return taken;
    }

    /// <summary>Whether a record is of a stream.</summary>
    internal bool IsOf(StreamId streamId, KafkaRecord record) => KeyOf(record) is { } key && streamId.Key.Span.SequenceEqual(key);

    private byte[]? KeyOf(KafkaRecord record)
        => _topicOptions.StreamKeyHeader is not { } header ? record.Key : record.TryGetHeader(header, out var value) ? value : null;

    /// <exception cref="Exception">Whatever the serializer throws.</exception>
    internal void Read(CachedRecord record, StreamId streamId)
    {
        record.StreamId = streamId;
        record.Epoch = Epoch;
        record.Context = _context.Headers.FromHeaders(record.Record);
        record.Item = _context.Serializer.Deserialize(record.Record)
            ?? throw new RecordRefusedException("The serializer made nothing of the record.");
    }

    private void Read(CachedRecord record)
    {
        try
        {
            var streamId = StreamId.Create(_streamNamespace, StreamKeyOf(record.Record));
            record.StreamId = streamId;
            if (IsNew(streamId))
                _context.Addresses?.ThrowIfNone(streamId);
            Read(record, streamId);
        }
        catch (Exception exception)
        {
            lock (Gate)
                Refuse(record, exception);
        }
    }

    private bool IsNew(StreamId streamId)
    {
        lock (Gate)
            return !_backlogs.ContainsKey(streamId);
    }

    private byte[] StreamKeyOf(KafkaRecord record)
    {
        var key = KeyOf(record);
        var what = _topicOptions.StreamKeyHeader is { } header ? $"header '{header}'" : "key";
        if (key is null or [])
            throw new RecordRefusedException($"The record has no {what}, which names its stream.");
        return Utf8.IsValid(key) ? key : throw new RecordRefusedException($"The record's {what}, which names its stream, is not UTF-8.");
    }

    private List<IBatchContainer> Announce(List<CachedRecord> fresh)
    {
        var told = new List<IBatchContainer>(fresh.Count);
        foreach (var backlog in Announcements.TakeDue(Now))
        {
            if (backlog.Records.IsEmpty)
            {
                if (backlog.Cursors.Any(cursor => cursor.CatchUp is not null))
                    told.Add(Reminder(backlog.StreamId));
                continue;
            }

            Announcements.AddToRound(backlog, _handshakes.Last);
            told.Add(backlog.Records[backlog.Records.First]);
        }

        foreach (var record in fresh)
        {
            _announced = record.Offset + 1;
            if (record.Item is null)
                continue;
            var backlog = BacklogOf(record.StreamId);
            backlog.Records.Add(record);
            Announcements.AddToRound(backlog, _handshakes.Last);
            told.Add(record);
        }

        return told;
    }

    /// <summary>No record: it has the agent look at a stream of which nothing is in memory but what a consumer goes back to.</summary>
    private CachedRecord Reminder(StreamId streamId)
        => new(new KafkaRecord { Topic = Topic, Partition = Partition, Offset = _announced, Timestamp = Now, Key = null, Value = null, Headers = [] }, size: 0)
        {
            StreamId = streamId,
            Epoch = Epoch,
        };

    private void ResumeIfRoom()
    {
        if (_resume is null || _window.Count > Options.MaxCachedRecords / 2 || _window.Bytes > Options.MaxCachedBytes / 2)
            return;
        _resume();
        _resume = null;
        _monitor.Pressure(isFull: false, share: 0.5);
    }

    internal void Wake()
    {
        _wake?.TrySetResult();
        _wake = null;
    }
}
