using ShellCorp.Live;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Tests.Live;

/// <summary>
/// A hub without a cluster that keeps to the hub's contract as a web server sees it: leases that run out, activations that are lost with
/// their subscriptions, calls that fail, changes pushed to whoever holds a lease.
/// </summary>
internal sealed class ProtocolTrueLiveHub(TimeProvider time) : ILiveHubGate
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ILiveObserver, (Guid Identity, DateTimeOffset Until)> _leases = [];

    /// <summary>What the snapshot tells.</summary>
    public LiveChanges Snapshot { get; set; } = LiveChanges.None;

    /// <summary>Pushed while the snapshot is being read, as a change that happens just then.</summary>
    public LiveChanges? DuringSnapshot { get; set; }

    /// <summary>Thrown by every call; null where the hub answers.</summary>
    public Exception? Outage { get; set; }

    public int Subscribes { get; private set; }

    public int Snapshots { get; private set; }

    public int References { get; private set; }

    public int Holders
    {
        get
        {
            lock (_gate)
                return _leases.Count(l => l.Value.Until > time.GetUtcNow());
        }
    }

    /// <summary>The hub's silo is lost, or a message to each subscriber was: nobody is subscribed any more.</summary>
    public void Lose()
    {
        lock (_gate)
            _leases.Clear();
    }

    public Task<Guid> SubscribeAsync(ILiveObserver observer, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Subscribes++;
            if (Outage is { } outage)
                return Task.FromException<Guid>(outage);
            var now = time.GetUtcNow();
            var identity = _leases.TryGetValue(observer, out var lease) && lease.Until > now ? lease.Identity : Guid.NewGuid();
            _leases[observer] = (identity, now + LiveHub.Lease);
            return Task.FromResult(identity);
        }
    }

    public Task UnsubscribeAsync(ILiveObserver observer, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _leases.Remove(observer);
            return Task.CompletedTask;
        }
    }

    public async Task<LiveChanges> GetSnapshotAsync(CancellationToken cancellationToken)
    {
        Snapshots++;
        if (Outage is { } outage)
            throw outage;
        var snapshot = Snapshot;
        if (DuringSnapshot is { } changes)
            await PublishAsync(changes);
        return snapshot;
    }

    public async Task PublishAsync(LiveChanges changes)
    {
        ILiveObserver[] holders;
        lock (_gate)
            holders = [.. _leases.Where(l => l.Value.Until > time.GetUtcNow()).Select(l => l.Key)];
        foreach (var holder in holders)
            await holder.OnChangedAsync(changes);
    }

    public ILiveObserver CreateReference(ILiveObserver observer)
    {
        References++;
        return new Reference(observer);
    }

    public void DeleteReference(ILiveObserver reference) => References--;

    // Weak, as Orleans holds it: a subscriber that doesn't keep its observer hears nothing after a collection.
    private sealed class Reference(ILiveObserver observer) : ILiveObserver
    {
        private readonly WeakReference<ILiveObserver> _observer = new(observer);

        public Task OnChangedAsync(LiveChanges changes) =>
            _observer.TryGetTarget(out var target) ? target.OnChangedAsync(changes) : Task.CompletedTask;
    }
}
