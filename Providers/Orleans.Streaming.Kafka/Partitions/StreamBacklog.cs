
namespace Orleans.Streaming.Kafka;

/// <summary>
/// One stream's unsettled records in one partition, and the cursors that hand them out. A record is settled when every cursor has
/// confirmed it. Guarded by the partition's lock.
/// </summary>
/// <remarks>
/// Orleans tells a cache neither whose cursor it asks for nor why one is disposed. What a disposed cursor had not confirmed is therefore
/// kept (<see cref="Orphan"/>) until a new cursor has taken it over, or until the agent has been told of the stream once more and has made
/// no cursor for it, which is how a removed subscription shows.
/// </remarks>
internal sealed class StreamBacklog(StreamId streamId)
{
    private readonly List<StreamCursor> _cursors = [];
    private long _unwanted;
    private long _orphanVersion;

    internal StreamId StreamId { get; } = streamId;

    internal RecordRun Records { get; private set; } = new();

    internal IReadOnlyList<StreamCursor> Cursors => _cursors;

    /// <summary>The number of the first record that a disposed cursor left unconfirmed and nobody has taken over.</summary>
    internal long? Orphan { get; private set; }

    /// <summary>How often the agent was told of the stream without a cursor of it ever moving.</summary>
    internal int IdleAnnouncements { get; set; }

    internal Announcement Announced { get; set; }

    internal bool IsIdle => Records.IsEmpty && _cursors.Count == 0;

    internal StreamCursor Open(AssignedPartition partition, KafkaSequenceToken? token, bool foreign, CatchUp? catchUp = null)
    {
        var own = token is null || foreign ? Records.End : Records.NumberAt(token.IsCatchUp ? token.Next : token.BatchStart);
        var start = own;
        // This takes over from a cursor that is about to be replaced, or from the one that pins a registration. The agent replaces cursors in
        // the order in which their consumers asked for it.
        var replaced = _cursors.Find(cursor => cursor is { AwaitsSuccessor: true, Successor: null });
        var pin = _cursors.Find(cursor => cursor.IsPin);
        start = Math.Min(start, Math.Min(replaced?.Confirmed ?? start, pin?.Confirmed ?? start));

        start = Math.Max(Math.Min(start, Orphan ?? start), Records.First);
        Orphan = null;
        var opened = new StreamCursor(partition, this, start)
        {
            // Who goes back to a place in memory may not have what lies before it, which the agent would skip.
            IsSilent = foreign || (catchUp is null && token is { IsCatchUp: true, EventIndex: KafkaSequenceToken.BeforeRecord }),
            CatchUp = catchUp,
            IsPin = _cursors.Count == 0 && token is { EventIndex: KafkaSequenceToken.BeforeRecord, IsCatchUp: false },
            SplitAfter = token is null || foreign || token.EventIndex == KafkaSequenceToken.BeforeRecord ? null : token.Offset,
        };
        replaced?.Successor = opened;
        _cursors.Add(opened);
        Announced = Announced with { CursorOpened = true };
        return opened;
    }

    /// <summary>Takes a cursor off; true if it leaves records behind that need a new cursor.</summary>
    internal bool Close(StreamCursor closed)
    {
        var index = _cursors.IndexOf(closed);
        if (index < 0)
            return false;
        _cursors.RemoveAt(index);
        // Only its own consumer's next cursor takes over; those that were made while a pin was held are of all consumers, and younger, which
        // is to say from here on in the list.
        var covered = closed.Confirmed >= Records.End
            || closed.Successor is { IsLive: true }
            || (closed.IsPin && _cursors.Skip(index).Any(younger => younger.Start <= closed.Confirmed));
        if (!covered)
            Leave(closed.Confirmed);
        return !covered;
    }

    /// <summary>Nobody hands out any more: the next agent starts with everything that isn't settled.</summary>
    internal void CloseAll()
    {
        foreach (var cursor in _cursors)
            cursor.Detach();
        _cursors.Clear();
        Announced = default;
        if (!Records.IsEmpty)
            Leave(Records.First);
    }

    /// <summary>The partition is given up: cursors that somebody still holds keep no records in memory.</summary>
    internal void Drop()
    {
        foreach (var cursor in _cursors)
            cursor.Retire();
        _cursors.Clear();
        Records = new RecordRun();
    }

    /// <summary>Begins a round: the agent is being told that the stream has records.</summary>
    internal void Announce(long lastHandshake)
        => Announced = Announced is { IsDeferred: true, CursorOpened: false }
            ? Announced
            : new Announcement(Records.End, _orphanVersion, lastHandshake, CursorOpened: false, IsDeferred: false);

    /// <summary>The round doesn't count: what it asked is asked again.</summary>
    internal void DeferAnnouncement() => Announced = Announced with { IsDeferred = true };

    /// <summary>
    /// Ends a round in which the agent, which knows the stream, made no cursor: what it was told of and no cursor holds is nobody's.
    /// </summary>
    internal void ConcludeAnnouncement()
    {
        if (Announced.OrphanVersion == _orphanVersion)
            Orphan = null;
        if (Orphan is null && _cursors.Count == 0)
            _unwanted = Math.Max(_unwanted, Announced.End);
        Announced = Announced with { IsDeferred = false };
    }

    /// <summary>Marks what every cursor has confirmed, and lets go of it.</summary>
    /// <returns>How many records that were.</returns>
    internal int Settle()
    {
        var floor = Orphan ?? Records.End;
        foreach (var cursor in _cursors)
            floor = Math.Min(floor, cursor.Confirmed);
        if (_cursors.Count == 0 && Orphan is null)
            floor = Math.Min(floor, _unwanted);
        var settled = 0;
        while (Records.First < floor)
        {
            Records.RemoveFirst().Settled = true;
            settled++;
        }

        return settled;
    }

    private void Leave(long number)
    {
        Orphan = Math.Min(Orphan ?? number, number);
        _orphanVersion++;
    }
}
