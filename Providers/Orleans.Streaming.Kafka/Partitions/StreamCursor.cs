using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Hands one stream's records out to one consumer, in order and in batches, and keeps them until the consumer has taken them.
/// </summary>
internal sealed class StreamCursor(AssignedPartition partition, StreamBacklog backlog, long start) : IQueueCacheCursor
{
    private Delivery? _delivery;
    private KafkaBatchContainer? _batch;
    private long _next = start;

    internal StreamBacklog Backlog => backlog;

    internal long Start { get; } = start;

    /// <summary>The number of the first record that the consumer hasn't taken.</summary>
    internal long Confirmed { get; private set; } = start;

    /// <summary>
    /// The agent made it only to keep the records while it registers the stream and makes the consumers' cursors; it never moves it.
    /// </summary>
    internal bool IsPin { get; set; }

    internal bool IsLive { get; private set; } = true;

    /// <summary>The consumer named another place to go on from; the agent's next cursor for it covers what this one hasn't confirmed.</summary>
    internal bool AwaitsSuccessor { get; private set; }

    /// <summary>The cursor that was made in its place.</summary>
    internal StreamCursor? Successor { get; set; }

    /// <summary>
    /// Its place was named by a token of another partition, which the agent would compare with the first batch and skip by. So it answers
    /// the first question for data with "none", upon which the agent compares nothing.
    /// </summary>
    internal bool IsSilent { get; set; }

    /// <summary>An offset that no batch may reach across, since the consumer may have everything up to it.</summary>
    internal long? SplitAfter { get; init; }

    /// <summary>What it reads first, if its consumer goes back; null once it has come up to the records in memory.</summary>
    internal CatchUp? CatchUp { get; set; }

    /// <summary>Where the records are that it hands out now.</summary>
    internal RecordRun Run => CatchUp?.Records ?? backlog.Records;

    internal HandshakeMemory Handshake { get; } = new();

    internal RetryState Retry { get; } = new(partition.Options);

    /// <inheritdoc/>
    public IBatchContainer? GetCurrent(out Exception? exception)
    {
        exception = null;
        return _batch;
    }

    /// <inheritdoc/>
    public bool MoveNext() => MoveNextWithResult().Kind == QueueCacheCursorMoveResultKind.Success;

    /// <inheritdoc/>
    public QueueCacheCursorMoveResult MoveNextWithResult()
    {
        lock (partition.Gate)
            return Move() ? QueueCacheCursorMoveResult.Success : QueueCacheCursorMoveResult.NoData;
    }

    /// <inheritdoc/>
    public void Refresh(StreamSequenceToken token)
    {
        // The records are here already: a cursor looks for them whenever it moves.
    }

    /// <summary>Called only for a delivery that never got as far as <see cref="DeliveryFilter"/>.</summary>
    public void RecordDeliveryFailure()
    {
        lock (partition.Gate)
        {
            if (_delivery is { Outcome: DeliveryOutcome.NotTried } delivery)
                OnFailed(delivery, new InvalidOperationException("The batch could not be sent to its consumer; Orleans's log says why."));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (partition.Gate)
            partition.Close(this);
    }

    /// <summary>Hands nothing more out; the batch that it handed out last may be under way still.</summary>
    internal void Retire()
    {
        IsLive = false;
        CatchUp?.Dispose();
    }

    internal void Detach()
    {
        Retire();
        _delivery = null;
        _batch = null;
    }

    internal void OnAccepted(Delivery delivery)
    {
        Handshake.Forget();
        Retry.Succeeded(delivery.Count, delivery.Took);
        partition.OnAnswered(this);
        Confirm(delivery.End);
    }

    internal void OnRepositioned()
    {
        Handshake.Forget();
        AwaitsSuccessor = true;
    }

    internal void OnFailed(Delivery delivery, Exception exception)
    {
        delivery.MarkFailed();
        if (!IsLive)
            return;
        // An observer of single items says at which it failed; one of batches does not, so a refused batch is taken apart.
        var atFirst = exception is ItemFailedException || delivery.Count == 1;
        var cause = exception is ItemFailedException { InnerException: { } inner } ? inner : exception;
        if (!partition.Refusals.IsRefusal(cause))
            partition.OnFailed(this, delivery, cause);
        else if (atFirst)
            partition.OnRefused(this, delivery.First, cause);
        else
            partition.OnBatchRefused(this, delivery.Count);
    }

    internal void Confirm(long end)
    {
        if (CatchUp is not null)
        {
            CatchUp.Confirm(end);
            return;
        }

        Confirmed = Math.Max(Confirmed, end);
        if (IsLive)
            partition.Settle(backlog);
    }

    private bool Move()
    {
        IsPin = false;
        AwaitsSuccessor = false;
        Successor = null;
        backlog.IdleAnnouncements = 0;
        ConcludeLast();
        if (IsSilent)
        {
            IsSilent = false;
            partition.Announcements.Soon(backlog);
            return false;
        }

        if (!IsLive || Retry.NotBefore > partition.Now)
            return false;
        if (CatchUp is { } catchUp && !catchUp.HasRecords(this))
            return false;
        Cut();
        return _batch is not null;
    }

    private void ConcludeLast()
    {
        if (_delivery is { Outcome: DeliveryOutcome.NotTried } untried)
            Confirm(untried.End);
        _delivery = null;
        _batch = null;
        if (CatchUp is { IsAtEnd: true } joined)
        {
            joined.Dispose();
            CatchUp = null;
        }

        _next = CatchUp is null ? Math.Max(Confirmed, backlog.Records.First) : CatchUp.Records.First;
    }

    private void Cut()
    {
        var (end, limit, bytes) = (_next, Retry.Limit, 0L);
        while (end < Run.End && end - _next < limit && Fits(end, bytes))
            bytes += Run[end++].Size;
        if (end == _next)
            return;
        if (CatchUp is null)
            partition.OnHandedOut(backlog.Records[end - 1].Offset);
        _delivery = new Delivery(partition, this, _next, end);
        _batch = KafkaBatchContainer.From(backlog.StreamId, Run, _delivery, partition.Copier, CatchUp is not null);
    }

    private bool Fits(long number, long bytes)
    {
        var record = Run[number];
        if (!partition.MayHandOut(record.Offset))
            return false;
        if (number == _next)
            return true;
        var reachesAcross = SplitAfter is { } split && record.Offset > split && Run[number - 1].Offset <= split;
        return !reachesAcross && bytes + record.Size <= partition.Options.MaxBatchBytes;
    }
}
