namespace ZooKeeper.Client.Watches;

/// <summary>The session's watches by the server's paths.</summary>
internal sealed partial class WatchTable(string chroot)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<OneShotWatch>> _oneShots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersistentWatches> _persistent = new(StringComparer.Ordinal);

    // Servers before 3.9 keep one mode for each session and node: a one-shot watch would turn a persistent one into one shot, and no
    // event would tell. Hence the two are never mixed.
    internal OneShotWatch AddOneShot(string path, string serverPath)
    {
        lock (_gate)
        {
            if (_persistent.ContainsKey(serverPath))
                throw new InvalidOperationException($"{path} has a persistent watch in this session; a one-shot watch would end it on ZooKeeper servers before 3.9.");
            var watch = new OneShotWatch(path, serverPath);
            if (!_oneShots.TryGetValue(serverPath, out var watches))
                _oneShots.Add(serverPath, watches = []);
            watches.Add(watch);
            return watch;
        }
    }

    internal void Remove(OneShotWatch watch)
    {
        lock (_gate)
        {
            if (_oneShots.TryGetValue(watch.ServerPath, out var watches) && watches.Remove(watch) && watches.Count == 0)
                _oneShots.Remove(watch.ServerPath);
        }
    }

    internal void Add(NodeWatch watch)
    {
        lock (_gate)
        {
            if (_oneShots.ContainsKey(watch.ServerPath))
                throw new InvalidOperationException($"{watch.Path} has a one-shot watch in this session; on ZooKeeper servers before 3.9 it would end a persistent one.");
            if (!_persistent.TryGetValue(watch.ServerPath, out var watches))
                _persistent.Add(watch.ServerPath, watches = new(watch.Mode));
            else if (watches.Mode != watch.Mode)
                throw new InvalidOperationException($"{watch.Path} has a {watches.Mode} watch in this session; ZooKeeper servers before 3.9 keep one mode only.");
            watches.Watches.Add(watch);
        }
    }

    /// <summary>True if the server's watch is not needed any more.</summary>
    internal bool Remove(NodeWatch watch)
    {
        lock (_gate)
            return _persistent.TryGetValue(watch.ServerPath, out var watches) && watches.Watches.Remove(watch) && watches.Watches.Count == 0 && _persistent.Remove(watch.ServerPath);
    }

    internal void Fire(WatchEventType type, string serverPath)
    {
        lock (_gate)
        {
            FireOneShots(type, serverPath);
            Offer(type, serverPath, at: NodePath.Root);
            foreach (var node in NodePath.Lineage(serverPath))
                Offer(type, serverPath, node);
        }
    }

    internal void EndSession(Exception reason)
    {
        lock (_gate)
        {
            foreach (var watch in _oneShots.Values.SelectMany(watches => watches))
                watch.Fire(WatchEventType.SessionEnded);
            foreach (var watch in _persistent.Values.SelectMany(watches => watches.Watches))
                watch.End(reason);
            _oneShots.Clear();
            _persistent.Clear();
        }
    }

    private void FireOneShots(WatchEventType type, string serverPath)
    {
        if (!_oneShots.TryGetValue(serverPath, out var watches))
            return;
        foreach (var watch in watches.Where(watch => watch.WaitsFor(type)))
            watch.Fire(type);
        watches.RemoveAll(watch => watch.Changed.IsCompleted);
        if (watches.Count == 0)
            _oneShots.Remove(serverPath);
    }

    private void Offer(WatchEventType type, string serverPath, string at)
    {
        if (!_persistent.TryGetValue(at, out var watches) || !watches.Covers(type, atNode: at == serverPath))
            return;
        foreach (var watch in watches.Watches)
            watch.Offer(new(type, NodePath.Strip(chroot, serverPath)));
    }
}
