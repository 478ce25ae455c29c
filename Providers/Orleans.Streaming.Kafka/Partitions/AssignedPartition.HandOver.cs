namespace Orleans.Streaming.Kafka;

/// <content>Giving the partition up, and the agent that serves it.</content>
internal sealed partial class AssignedPartition
{
    private readonly TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Handshakes _handshakes = new();
    private TaskCompletionSource? _agent;
    private Stall? _halt;

    /// <summary>The offset that the group was last told, or -1. Read and written under the consumer's commit lock only.</summary>
    internal long Committed { get; set; } = StartPositions.None;

    /// <summary>An operator has set the group's offset; the watermark is void. Guarded like <see cref="Committed"/>.</summary>
    internal bool IsSuperseded { get; set; }

    internal bool HasUncommitted => !IsSuperseded && !IsHalted && Watermark != Committed;

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
    /// Nothing more goes out. The task completes when no delivery and no dead letter is under way; what is confirmed until then moves the
    /// watermark.
    /// </summary>
    internal Task QuiesceAsync()
    {
        lock (Gate)
        {
            if (State == PartitionState.Open)
                State = PartitionState.Quiescing;
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

    private void SignalIfQuiet()
    {
        if (State != PartitionState.Open && _underWay == 0 && _deadLettersPending == 0)
            _quiet.TrySetResult();
    }
}
