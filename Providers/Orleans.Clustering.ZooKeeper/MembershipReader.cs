using ZooKeeper.Client;

namespace Orleans.Runtime.Membership;

/// <summary>
/// Reads states of the table that have existed. ZooKeeper has no reads of several nodes at once, so the table's node is looked at before and after:
/// if it has changed, the rows are read again.
/// </summary>
internal sealed class MembershipReader(SessionHolder session, MembershipTree tree)
{
    /// <exception cref="NoNodeException">There is no table, or a row has lost its heartbeat.</exception>
    internal Task<TableState> ReadAllAsync(CancellationToken cancellationToken) => session.RunAsync(client => ReadAllAsync(client, cancellationToken));

    /// <summary>One row, or none if it isn't there, with the table's version.</summary>
    /// <exception cref="NoNodeException">There is no table, or the row has lost its heartbeat.</exception>
    internal Task<TableState> ReadRowAsync(SiloAddress silo, CancellationToken cancellationToken) => session.RunAsync(client => ReadRowWithVersionAsync(client, silo, cancellationToken));

    private async Task<TableState> ReadAllAsync(ZooKeeperClient client, CancellationToken cancellationToken)
    {
        var sync = client.SyncAsync(tree.Root, cancellationToken);
        var before = await After(sync, client.GetChildrenAsync(tree.Root, cancellationToken));
        await sync;
        while (true)
        {
            // Requests are answered in their order: the second look sees whatever a row shows.
            List<Task<RowState>> rows = [.. Silos(before).Select(silo => ReadRowAsync(client, silo, cancellationToken))];
            var after = await After(Task.WhenAll(rows), client.GetChildrenAsync(tree.Root, cancellationToken));
            if (TableState.IsSame(before.Stat, after.Stat))
                return new(after.Stat.Version, await Task.WhenAll(rows));
            before = after;
        }
    }

    private async Task<TableState> ReadRowWithVersionAsync(ZooKeeperClient client, SiloAddress silo, CancellationToken cancellationToken)
    {
        var sync = client.SyncAsync(tree.Root, cancellationToken);
        while (true)
        {
            var before = client.GetAsync(tree.Root, cancellationToken);
            var there = client.ExistsAsync(tree.Row(silo), cancellationToken);
            var row = ReadRowAsync(client, silo, cancellationToken);
            var after = await After(Task.WhenAll(sync, before, there, row), client.GetAsync(tree.Root, cancellationToken));
            await sync;
            if (TableState.IsSame((await before).Stat, after.Stat))
                return new(after.Stat.Version, await there is null ? [] : [await row]);
        }
    }

    private async Task<RowState> ReadRowAsync(ZooKeeperClient client, SiloAddress silo, CancellationToken cancellationToken)
    {
        var reading = client.GetAsync(tree.Row(silo), cancellationToken);
        var heartbeat = await After(reading, client.GetAsync(tree.Heartbeat(silo), cancellationToken));
        var row = await reading;
        return new(NodeFormat.Entry(row.Data, heartbeat.Data), row.Stat.Version, heartbeat.Stat.Version);
    }

    // The node of a cluster whose id goes on behind this one's with a slash is a child too, and no row.
    internal static IEnumerable<SiloAddress> Silos(NodeChildren children)
    {
        foreach (var name in children.Names)
        {
            if (SiloAddress.TryParse(name, out var silo))
                yield return silo;
        }
    }

    // Failures of the earlier ones count only if the last one shows that nothing has changed meanwhile: else they come of the change.
    private static async Task<T> After<T>(Task earlier, Task<T> last)
    {
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await last;
    }
}
