using System.Text;
using Orleans.Serialization;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// One partition for as long as the consumer group leaves it to this silo: its unfinished records, their streams and cursors, and the
/// watermark. The consumer's thread adds records, the pulling agent takes and delivers them; <see cref="Gate"/> guards all of it.
/// </summary>
internal sealed partial class AssignedPartition
{
    private const int IdBits = 20;

    private readonly ProviderContext _context;
    private readonly KafkaTopicOptions _topicOptions;
    private readonly byte[] _streamNamespace;
    private readonly RecordWindow _window;
    private readonly QueueMonitor _monitor;
    private readonly Dictionary<StreamId, StreamBacklog> _backlogs = [];

    internal AssignedPartition(ProviderContext context, KafkaTopicOptions topicOptions, QueueId queueId, int partition, long start, long epoch)
    {
        _context = context;
        _topicOptions = topicOptions;
        _streamNamespace = Encoding.UTF8.GetBytes(topicOptions.StreamNamespace);
        QueueId = queueId;
        Partition = partition;
        Epoch = epoch << IdBits;
        _window = new RecordWindow(start);
        _announced = start;
        _monitor = context.Monitors.Of(queueId);
    }

    internal Lock Gate { get; } = new();

    internal QueueId QueueId { get; }

    internal string Topic => _topicOptions.Name;

    internal int Partition { get; }

    /// <summary>
    /// Which reading of the partition this is; tokens of another say nothing about it. Higher after each rewind, and another one for another
    /// topic of the same name.
    /// </summary>
    internal long Epoch { get; private set; }

    internal KafkaStreamOptions Options => _context.Options;

    internal DeepCopier Copier => _context.Copier;

    internal RefusalRules Refusals => _context.Refusals;

    internal Announcements Announcements { get; } = new();

    internal DateTimeOffset Now => _context.Time.GetUtcNow();

    internal PartitionState State { get; private set; }

    internal bool IsOpen => State == PartitionState.Open;

    /// <summary>The offset that the group would resume at: everything before it is finished.</summary>
    internal long Watermark
    {
        get
        {
            lock (Gate)
                return _window.Watermark;
        }
    }

    /// <summary>Whether it is known which topic of the name it is of. Read and set by the consumer's thread only.</summary>
    internal bool IsIdentified { get; private set; }

    /// <summary>Tells which topic of the name it is of, before its first record.</summary>
    internal void Identify(string topicId)
    {
        IsIdentified = true;
        lock (Gate)
            Epoch |= StableHash.ComputeHash(topicId) & ((1L << IdBits) - 1);
    }

    /// <summary>A place for the agent to hand out a stream's records from. Never a miss: a token only says what the consumer has already.</summary>
    internal StreamCursor Open(StreamId streamId, StreamSequenceToken? token)
    {
        lock (Gate)
        {
            var own = token as KafkaSequenceToken;
            // A consumer that an operator's rewind has met on its way back goes where the operator wants it; one that asks goes where it asks.
            var epoch = own is { IsCatchUp: true, EventIndex: KafkaSequenceToken.BeforeRecord } ? own.Epoch : Epoch;
            var foreign = token is not null && own?.IsOf(Topic, Partition, epoch) != true;
            var backlog = BacklogOf(streamId);
            return backlog.Open(this, own, foreign, foreign ? null : CatchUpFor(backlog, own));
        }
    }

    /// <summary>Reads for a consumer that goes back what of its stream is no longer in memory.</summary>
    private CatchUp? CatchUpFor(StreamBacklog backlog, KafkaSequenceToken? token)
    {
        if (token is not { IsCatchUp: true })
            return null;
        var end = backlog.Records.IsEmpty ? _announced : backlog.Records[backlog.Records.First].Offset;
        return token.Next < end ? new CatchUp(this, backlog, _context.History, token.Next, end) : null;
    }

    /// <summary>A place at the oldest record that isn't settled, or behind the newest.</summary>
    internal StreamCursor Open(StreamId streamId, StreamSubscriptionStartPosition position)
    {
        lock (Gate)
        {
            var backlog = BacklogOf(streamId);
            var earliest = position == StreamSubscriptionStartPosition.EarliestAvailable && !backlog.Records.IsEmpty;
            return backlog.Open(this, earliest ? new KafkaSequenceToken(Topic, Partition, offset: 0, KafkaSequenceToken.BeforeRecord, batchStart: 0, Epoch) : null, foreign: false);
        }
    }

    internal void Close(StreamCursor cursor)
    {
        if (!cursor.IsLive)
            return;
        cursor.Detach();
        _failing.Remove(cursor);
        var backlog = cursor.Backlog;
        if (backlog.Close(cursor))
            AnnounceOrphan(backlog);
        Settle(backlog);
    }

    /// <summary>Finishes what all consumers of a stream have confirmed, and what follows from it for the watermark.</summary>
    internal void Settle(StreamBacklog backlog)
    {
        if (State == PartitionState.Closed)
            return;
        if (backlog.Settle() > 0)
            AdvanceWindow();
        if (backlog.IsIdle && _backlogs.TryGetValue(backlog.StreamId, out var current) && current == backlog)
            _backlogs.Remove(backlog.StreamId);
    }

    private StreamBacklog BacklogOf(StreamId streamId)
    {
        if (!_backlogs.TryGetValue(streamId, out var backlog))
            _backlogs.Add(streamId, backlog = new StreamBacklog(streamId));
        return backlog;
    }

    private void AnnounceOrphan(StreamBacklog backlog)
    {
        backlog.IdleAnnouncements++;
        if (backlog.IdleAnnouncements <= 1)
            Announcements.Soon(backlog);
        else
            Announcements.At(backlog, Now + Backoff.After(backlog.IdleAnnouncements - 1, Options.RetryBackoffMin, Options.RetryBackoffMax, jitter: 0));
        Wake();
    }

    private void AdvanceWindow()
    {
        var (records, bytes) = _window.Advance();
        if (records == 0)
            return;
        _monitor.Removed(records, bytes);
        ResumeIfRoom();
        SignalIfQuiet();
    }
}
