namespace Orleans.Streaming.Kafka;

/// <content>Giving the partition up, and the agent that serves it.</content>
internal sealed partial class AssignedPartition
{
    private readonly TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Handshakes _handshakes = new();
    private TaskCompletionSource? _agent;
    private long _handedOut;
    private Stall? _halt;
    private bool _isVoid;

    /// <summary>The offset that the group was last told, or -1. Read and written under the consumer's commit lock only.</summary>
    internal long Committed { get; set; } = StartPositions.None;

    /// <summary>An operator has set the group's offset; the watermark is void. Guarded like <see cref="Committed"/>.</summary>
    internal bool IsSuperseded { get; set; }

    /// <summary>Its offsets are of a topic that is no more.</summary>
    internal bool IsVoid
    {
        get
        {
            lock (Gate)
                return _isVoid;
        }
    }

    /// <summary>What the group is to be told: the watermark, or that there is none.</summary>
    internal long Position => IsVoid ? StartPositions.Void : Watermark;

    internal bool HasUncommitted => !IsSuperseded && (IsVoid || !IsHalted) && Position != Committed;

    /// <summary>Nothing may be read from it until somebody has set the group's offset.</summary>
    internal bool IsHalted
    {
        get
        {
            lock (Gate)
                return _halt is not null;
        }
    }

    /// <summary>Stops the partition for good, with its watermark where it is.</summary>
    internal void Halt(string reason)
    {
        lock (Gate)
            _halt ??= new Stall(Now, $"{Topic} [{Partition}]", reason);
    }

    /// <summary>
    /// Stops the partition, and every other silo that gets it: the group is told an offset that no topic reaches, over whatever may have
    /// been committed since the topic was made anew.
    /// </summary>
    internal void Void(string reason)
    {
        lock (Gate)
        {
            _halt ??= new Stall(Now, $"{Topic} [{Partition}]", reason);
            _isVoid = true;
        }
    }

    /// <summary>Completes when the pulling agent that was attached last has let go; at once if none was.</summary>
    internal Task AgentGone
    {
        get
        {
            lock (Gate)
                return _agent?.Task ?? Task.CompletedTask;
        }
    }

    /// <summary>
    /// Nothing goes out any more that lies behind the last record handed out; what lies before it still does, so that the watermark can
    /// come up to it and the next owner repeats nothing. The task completes when it has, or when only failing consumers are in its way.
    /// </summary>
    internal Task QuiesceAsync()
    {
        lock (Gate)
        {
            if (State == PartitionState.Open)
            {
                State = PartitionState.Quiescing;
                Wake();
            }

            SignalIfQuiet();
        }

        _givingUp.TrySetResult();
        return _quiet.Task;
    }

    /// <summary>The last word on the watermark: whatever ends later changes nothing, since the next owner starts here.</summary>
    internal long Close()
    {
        lock (Gate)
        {
            if (State != PartitionState.Closed)
                LetGo();
            State = PartitionState.Closed;
            Wake();
            _quiet.TrySetResult();
        }

        _givingUp.TrySetResult();
        return Watermark;
    }

    /// <summary>A new agent, or the old one again: it knows no stream yet, so it is told of all that have records.</summary>
    internal PartitionReceiver Attach()
    {
        lock (Gate)
        {
            Announcements.Clear();
            foreach (var backlog in _backlogs.Values)
            {
                backlog.CloseAll();
                if (!backlog.Records.IsEmpty)
                    Announcements.Soon(backlog);
            }

            _failing.Clear();
            _agent?.TrySetResult();
            _agent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return new PartitionReceiver(this, _agent);
        }
    }

    internal long BeginHandshake()
    {
        lock (Gate)
            return _handshakes.Begin();
    }

    internal void EndHandshake(long number)
    {
        lock (Gate)
            _handshakes.End(number, Now);
    }

    internal void OnHandedOut(long offset) => _handedOut = Math.Max(_handedOut, offset + 1);

    internal bool MayHandOut(long offset) => State == PartitionState.Open || (State == PartitionState.Quiescing && offset < _handedOut);

    private void SignalIfQuiet()
    {
        if (State != PartitionState.Open && _underWay == 0 && _deadLettersPending == 0 && !IsCatchingUp())
            _quiet.TrySetResult();
    }

    /// <summary>Whether records before the last one handed out may still be taken: some have a consumer that doesn't fail, or wait for one.</summary>
    private bool IsCatchingUp()
        => State == PartitionState.Quiescing && _window.Watermark < _handedOut
            && _backlogs.Values.Any(backlog => !backlog.Records.IsEmpty && backlog.Records[backlog.Records.First].Offset < _handedOut && !backlog.Cursors.Any(_failing.Contains));

    private void LetGo()
    {
        var (records, bytes) = _window.Clear();
        if (records > 0)
            _monitor.Removed(records, bytes);
        foreach (var backlog in _backlogs.Values)
            backlog.Drop();
        _backlogs.Clear();
        _failing.Clear();
        _inbox.Clear();
        Announcements.Clear();
    }
}
