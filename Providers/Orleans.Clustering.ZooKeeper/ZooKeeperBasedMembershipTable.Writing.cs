using System.Globalization;
using ZooKeeper.Client;

namespace Orleans.Runtime.Membership;

public sealed partial class ZooKeeperBasedMembershipTable
{
    /// <inheritdoc/>
    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => InsertRowAsync(entry, tableVersion, CancellationToken.None);

    /// <inheritdoc/>
    public Task<bool> InsertRowAsync(MembershipEntry entry, TableVersion tableVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(tableVersion);
        return TryCommitAsync(
            [
                NextVersion(tableVersion),
                ZooKeeperOperation.Create(_tree.Row(entry.SiloAddress), NodeFormat.Row(entry), acl: NodeAcl),
                ZooKeeperOperation.Create(_tree.Heartbeat(entry.SiloAddress), NodeFormat.Heartbeat(entry.IAmAliveTime), acl: NodeAcl),
            ],
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => UpdateRowAsync(entry, etag, tableVersion, CancellationToken.None);

    /// <inheritdoc/>
    public Task<bool> UpdateRowAsync(MembershipEntry entry, string etag, TableVersion tableVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(etag);
        ArgumentNullException.ThrowIfNull(tableVersion);
        return TryCommitAsync(
            [NextVersion(tableVersion), ZooKeeperOperation.Set(_tree.Row(entry.SiloAddress), NodeFormat.Row(entry), Version(etag, nameof(etag)))],
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task UpdateIAmAlive(MembershipEntry entry) => UpdateIAmAliveAsync(entry, CancellationToken.None);

    /// <summary>Writes the time of a heartbeat: one write without a condition, and no read.</summary>
    /// <param name="entry">Whose, and when.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="NoNodeException">The silo has no row.</exception>
    public Task UpdateIAmAliveAsync(MembershipEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (path, data) = (_tree.Heartbeat(entry.SiloAddress), NodeFormat.Heartbeat(entry.IAmAliveTime));
        return _session.RunAsync(client => client.SetAsync(path, data, ZooKeeperClient.AnyVersion, cancellationToken));
    }

    // ZooKeeper counts how often the data of a node was set: setting nothing to nothing is the next version.
    private ZooKeeperOperation NextVersion(TableVersion next) => ZooKeeperOperation.Set(_tree.Root, data: default, Version(next.VersionEtag, "tableVersion"));

    // False is what the contract has for "somebody was faster"; whoever gets it reads again.
    private async Task<bool> TryCommitAsync(ZooKeeperOperation[] operations, CancellationToken cancellationToken)
    {
        try
        {
            await _session.RunAsync(client => client.MultiAsync(operations, cancellationToken));
            return true;
        }
        catch (ZooKeeperException conflict) when (conflict is BadVersionException or NodeExistsException or NoNodeException)
        {
            LogConflict(_logger, conflict.Message);
            return false;
        }
    }

    // A negative version would be any version to ZooKeeper.
    private static int Version(string etag, string parameter) =>
        int.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new ArgumentException($"'{etag}' is not an etag of a membership table in ZooKeeper, which are whole numbers.", parameter);
}
