namespace Orleans.Streaming.Kafka;

/// <summary>
/// What the pulling agent must be told of. It looks at a stream only when it is given a record of it, so a stream whose records wait, for a
/// retry or for a consumer, is given to it again. Guarded by the partition's lock.
/// </summary>
internal sealed class Announcements
{
    private readonly HashSet<StreamBacklog> _soon = [];
    private readonly PriorityQueue<StreamBacklog, DateTimeOffset> _later = new();
    private readonly HashSet<StreamBacklog> _round = [];

    internal DateTimeOffset? NextDue => _later.TryPeek(out _, out var due) ? due : null;

    internal bool IsDue(DateTimeOffset now) => _soon.Count > 0 || NextDue <= now;

    internal void Soon(StreamBacklog backlog) => _soon.Add(backlog);

    internal void At(StreamBacklog backlog, DateTimeOffset due) => _later.Enqueue(backlog, due);

    internal void Clear()
    {
        _soon.Clear();
        _later.Clear();
        _round.Clear();
    }

    /// <summary>The streams that are due; each is asked for once.</summary>
    internal List<StreamBacklog> TakeDue(DateTimeOffset now)
    {
        while (NextDue <= now)
            _soon.Add(_later.Dequeue());
        var due = _soon.ToList();
        _soon.Clear();
        return due;
    }

    /// <summary>The agent is about to be told of a stream.</summary>
    internal void AddToRound(StreamBacklog backlog, long lastHandshake)
    {
        if (backlog.Cursors.Count > 0 && backlog.Orphan is null)
            return;
        backlog.Announce(lastHandshake);
        _round.Add(backlog);
    }

    /// <summary>Ends the round: the agent has been told of these streams and has dealt with it, since it asks for more.</summary>
    internal List<StreamBacklog> ConcludeRound()
    {
        var round = _round.ToList();
        _round.Clear();
        return round;
    }
}
