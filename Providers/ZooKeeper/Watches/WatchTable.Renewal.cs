using System.Collections.Immutable;
using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client.Watches;

internal sealed partial class WatchTable
{
    // A request above a server's jute.maxbuffer (1 MB) would cost the connection; Java's client stays below the same limit.
    private const int RequestBytes = 128 * 1024;

    private enum Group
    {
        Data,
        Exists,
        Children,
        Persistent,
        PersistentRecursive,
    }

    /// <summary>The requests that set the watches anew on a new connection of the session. The server tells at once what one-shot watches have missed.</summary>
    internal ImmutableArray<PendingRequest> Renew(long lastZxid)
    {
        lock (_gate)
        {
            var all = OneShotPaths().Concat(PersistentPaths());
            return [.. Split(all.Distinct()).Select(part => Renew(lastZxid, part))];
        }
    }

    private IEnumerable<(Group Group, string Path)> OneShotPaths() =>
        from entry in _oneShots
        from watch in entry.Value
        where watch.Kind is not null
        select ((Group)watch.Kind!.Value, entry.Key);

    private IEnumerable<(Group Group, string Path)> PersistentPaths() =>
        from entry in _persistent
        where entry.Value.Watches.Any(watch => watch.IsSet)
        select (entry.Value.Mode == WatchMode.Persistent ? Group.Persistent : Group.PersistentRecursive, entry.Key);

    private static IEnumerable<List<(Group Group, string Path)>> Split(IEnumerable<(Group Group, string Path)> paths)
    {
        var part = new List<(Group Group, string Path)>();
        var bytes = 0;
        foreach (var path in paths)
        {
            part.Add(path);
            bytes += sizeof(int) + (3 * path.Path.Length);
            if (bytes < RequestBytes)
                continue;
            yield return part;
            (part, bytes) = ([], 0);
        }

        if (part.Count > 0)
            yield return part;
    }

    private Request<bool> Renew(long lastZxid, List<(Group Group, string Path)> part)
    {
        var groups = part.ToLookup(path => path.Group, path => path.Path);
        // Servers before 3.6 know the first form only.
        var persistent = groups[Group.Persistent].Concat(groups[Group.PersistentRecursive]).ToList();
        var writer = RequestFrame.Begin(persistent.Count > 0 ? OpCode.SetWatches2 : OpCode.SetWatches);
        writer.WriteLong(lastZxid);
        for (var group = Group.Data; group <= (persistent.Count > 0 ? Group.PersistentRecursive : Group.Children); group++)
            writer.WriteStrings([.. groups[group]]);
        ReplyDecoder<bool> interrupt = (_, ref _) =>
        {
            Interrupt(persistent);
            return true;
        };
        return new(OpCode.SetWatches, path: null, writer.ToFrame(), interrupt) { FixedXid = Xid.SetWatches, BelongsToConnection = true };
    }

    // The server doesn't tell what persistent watches have missed. From the renewal on nothing is missed again.
    private void Interrupt(List<string> serverPaths)
    {
        lock (_gate)
        {
            foreach (var watch in serverPaths.SelectMany(path => _persistent.TryGetValue(path, out var watches) ? watches.Watches : []))
                watch.Offer(new(WatchEventType.Interrupted, watch.Path));
        }
    }
}
