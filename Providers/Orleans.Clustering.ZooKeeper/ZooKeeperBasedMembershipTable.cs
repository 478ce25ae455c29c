using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using ZooKeeper.Client;

namespace Orleans.Runtime.Membership;

/// <summary>
/// An Orleans cluster's membership in ZooKeeper, in the nodes and the JSON of the official package. Every read shows a state of the table that has
/// existed and is no older than the call; every write that changes a row takes the table's next version or nothing.
/// </summary>
/// <remarks>
/// A write is sent once. If its answer is lost, <see cref="ConnectionLossException"/> tells so, and only a read can tell what has come of it. All
/// tables and gateway lists of the process with the same options share one ZooKeeper session.
/// </remarks>
public sealed partial class ZooKeeperBasedMembershipTable : IMembershipTable, IAsyncDisposable, IDisposable
{
    private readonly ILogger _logger;
    private readonly ZooKeeperClusteringSiloOptions _options;
    private readonly string _clusterId;
    private readonly MembershipTree _tree;
    private readonly SessionHolder _session;
    private readonly MembershipReader _reader;

    /// <summary>A table that connects with its first operation.</summary>
    /// <param name="logger">Told of the session and of cleanups.</param>
    /// <param name="membershipTableOptions">How to reach ZooKeeper.</param>
    /// <param name="clusterOptions">The cluster.</param>
    /// <exception cref="OrleansConfigurationException">The cluster's id can't be a node's name.</exception>
    /// <exception cref="FormatException">The connection string is none.</exception>
    public ZooKeeperBasedMembershipTable(
        ILogger<ZooKeeperBasedMembershipTable> logger, IOptions<ZooKeeperClusteringSiloOptions> membershipTableOptions, IOptions<ClusterOptions> clusterOptions)
    {
        ArgumentNullException.ThrowIfNull(membershipTableOptions);
        ArgumentNullException.ThrowIfNull(clusterOptions);
        (_logger, _options, _clusterId) = (logger, membershipTableOptions.Value, clusterOptions.Value.ClusterId);
        _tree = new(_clusterId);
        _session = new(_options, logger);
        _reader = new(_session, _tree);
    }

    private IReadOnlyList<Acl> NodeAcl => string.IsNullOrEmpty(_options.DigestUser) ? Acl.OpenToAll : Acl.CreatorOnly;

    /// <inheritdoc/>
    public Task InitializeMembershipTable(bool tryInitTableVersion) => InitializeMembershipTableAsync(tryInitTableVersion, CancellationToken.None);

    /// <summary>Makes the cluster's node, and what is missing above it, unless it is there. What is there stays as it is.</summary>
    /// <param name="tryInitTableVersion">Makes no difference: the node is the version.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="OrleansConfigurationException">ZooKeeper refuses the digest, or the node belongs to another one.</exception>
    /// <exception cref="ConnectionLossException">No server could be reached in time; the message tells each one's failure.</exception>
    public async Task InitializeMembershipTableAsync(bool tryInitTableVersion, CancellationToken cancellationToken = default)
    {
        try
        {
            var root = await _session.RunAsync(async client =>
            {
                await client.EnsurePathAsync(_tree.Root, NodeAcl, cancellationToken);
                await client.SyncAsync(_tree.Root, cancellationToken);
                // A digest that the node's ACL doesn't let in shows now, and not at the first heartbeat.
                return await client.GetAsync(_tree.Root, cancellationToken);
            });
            LogInitialized(_logger, _tree.Root, root.Stat.Version);
        }
        catch (ZooKeeperException refused) when (SessionHolder.IsRefusal(refused))
        {
            throw _session.Explain(refused, _tree.Root);
        }
    }

    /// <summary>Gives the session back; best effort, without waiting for its end.</summary>
    public void Dispose() => _session.DisposeAsync().AsTask().Ignore();

    /// <summary>Gives the session back, and closes it if nobody else in the process has it.</summary>
    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
