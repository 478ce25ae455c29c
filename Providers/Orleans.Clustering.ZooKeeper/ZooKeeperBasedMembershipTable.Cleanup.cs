using ZooKeeper.Client;

namespace Orleans.Runtime.Membership;

public sealed partial class ZooKeeperBasedMembershipTable
{
    /// <inheritdoc/>
    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) => CleanupDefunctSiloEntriesAsync(beforeDate, CancellationToken.None);

    /// <summary>Removes the rows of dead silos whose start, last heartbeat and suspicions are all earlier. The table's version stays.</summary>
    /// <param name="beforeDate">Earlier than this; what is equal stays.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task CleanupDefunctSiloEntriesAsync(DateTimeOffset beforeDate, CancellationToken cancellationToken = default)
    {
        var before = beforeDate.UtcDateTime;
        var table = await _reader.ReadAllAsync(cancellationToken);
        foreach (var row in table.Rows.Where(row => row.IsDefunct(before)))
            await CleanupAsync(row, before, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteMembershipTableEntries(string clusterId) => DeleteMembershipTableEntriesAsync(clusterId, CancellationToken.None);

    /// <summary>Deletes the table. Nodes below the cluster's that are no rows stay, and then the cluster's node too.</summary>
    /// <param name="clusterId">The cluster that the table was made for.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">It is another cluster.</exception>
    public Task DeleteMembershipTableEntriesAsync(string clusterId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clusterId);
        return clusterId == _clusterId
            ? _session.RunAsync(client => DeleteAsync(client, cancellationToken))
            : throw new ArgumentException($"This table is that of the cluster '{_clusterId}' and doesn't delete that of '{clusterId}'.", nameof(clusterId));
    }

    // Deleted is what was read, or nothing: a heartbeat or vote that comes in between makes it another row.
    private async Task CleanupAsync(RowState row, DateTime before, CancellationToken cancellationToken)
    {
        for (RowState? seen = row; seen?.IsDefunct(before) == true; seen = (await _reader.ReadRowAsync(row.Entry.SiloAddress, cancellationToken)).Rows.SingleOrDefault())
        {
            if (await TryCommitAsync([ZooKeeperOperation.Delete(_tree.Heartbeat(row.Entry.SiloAddress), seen.HeartbeatVersion), ZooKeeperOperation.Delete(_tree.Row(row.Entry.SiloAddress), seen.Version)], cancellationToken))
            {
                LogRemoved(_logger, row.Entry.SiloAddress, row.Entry.IAmAliveTime);
                return;
            }
        }
    }

    // True if nothing is left.
    private async Task<bool> DeleteAsync(ZooKeeperClient client, CancellationToken cancellationToken)
    {
        while (await client.ExistsAsync(_tree.Root, cancellationToken) is not null)
        {
            List<SiloAddress> silos = [.. MembershipReader.Silos(await client.GetChildrenAsync(_tree.Root, cancellationToken))];
            foreach (var silo in silos)
                await DeleteAsync(client, [_tree.Heartbeat(silo), _tree.Row(silo)], cancellationToken);
            if (!await DeleteAsync(client, [_tree.Root], cancellationToken) && silos.Count == 0)
                return false;
        }

        return true;
    }

    // False if something below is left. Nodes that others have deleted in the meantime are deleted.
    private async Task<bool> DeleteAsync(ZooKeeperClient client, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            try
            {
                await client.DeleteAsync(path, ZooKeeperClient.AnyVersion, cancellationToken);
            }
            catch (NoNodeException gone)
            {
                LogConflict(_logger, gone.Message);
            }
            catch (NotEmptyException left)
            {
                LogConflict(_logger, left.Message);
                return false;
            }
        }

        return true;
    }
}
