using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;
using ZooKeeper.Client;

namespace Orleans.Runtime.Membership;

/// <summary>The gateways of an Orleans cluster whose membership is in ZooKeeper: its active silos that have a port for clients.</summary>
public sealed partial class ZooKeeperGatewayListProvider : IGatewayListProvider, IAsyncDisposable, IDisposable
{
    private readonly ILogger _logger;
    private readonly TimeSpan _maxStaleness;
    private readonly MembershipTree _tree;
    private readonly SessionHolder _session;
    private readonly MembershipReader _reader;

    /// <summary>A list that connects with its first use.</summary>
    /// <param name="logger">Told of the session, and of a cluster that isn't there.</param>
    /// <param name="options">How to reach ZooKeeper.</param>
    /// <param name="gatewayOptions">How often Orleans asks for the list.</param>
    /// <param name="clusterOptions">The cluster.</param>
    /// <exception cref="OrleansConfigurationException">The cluster's id can't be a node's name.</exception>
    /// <exception cref="FormatException">The connection string is none.</exception>
    public ZooKeeperGatewayListProvider(
        ILogger<ZooKeeperGatewayListProvider> logger,
        IOptions<ZooKeeperGatewayListProviderOptions> options,
        IOptions<GatewayOptions> gatewayOptions,
        IOptions<ClusterOptions> clusterOptions)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(gatewayOptions);
        ArgumentNullException.ThrowIfNull(clusterOptions);
        (_logger, _maxStaleness) = (logger, gatewayOptions.Value.GatewayListRefreshPeriod);
        _tree = new(clusterOptions.Value.ClusterId);
        _session = new(options.Value, logger);
        _reader = new(_session, _tree);
    }

    /// <inheritdoc/>
    public TimeSpan MaxStaleness => _maxStaleness;

    /// <inheritdoc/>
    public bool IsUpdatable => true;

    /// <inheritdoc/>
    public Task InitializeGatewayListProvider() => InitializeGatewayListProviderAsync(CancellationToken.None);

    /// <summary>Connects, so that a wrong address is told at the start.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ConnectionLossException">No server could be reached in time; the message tells each one's failure.</exception>
    /// <exception cref="AuthenticationFailedException">ZooKeeper refuses the credentials.</exception>
    public Task InitializeGatewayListProviderAsync(CancellationToken cancellationToken = default) => _session.RunAsync(async client =>
    {
        await client.ConnectAsync(cancellationToken);
        return client;
    });

    /// <inheritdoc/>
    public Task<IList<Uri>> GetGateways() => GetGatewaysAsync(CancellationToken.None);

    /// <summary>The gateways of the moment; none if the cluster has never had a silo.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="OrleansConfigurationException">The cluster's nodes belong to another digest.</exception>
    /// <exception cref="ConnectionLossException">No server could be reached in time; the message tells each one's failure.</exception>
    public async Task<IList<Uri>> GetGatewaysAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var table = await _reader.ReadAllAsync(cancellationToken);
            return [.. table.Rows.Select(row => row.Entry).Where(IsGateway).Select(ToUri)];
        }
        catch (NoNodeException absent) when (absent.Path == _tree.Root)
        {
            LogNoCluster(_logger, _tree.Root);
            return [];
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

    private static bool IsGateway(MembershipEntry entry) => entry.Status == SiloStatus.Active && entry.ProxyPort != 0;

    private static Uri ToUri(MembershipEntry entry) =>
        SiloAddress.New(entry.SiloAddress.Endpoint.Address, entry.ProxyPort, entry.SiloAddress.Generation).ToGatewayUri();

    [LoggerMessage(50, LogLevel.Warning, "ZooKeeper has no node {Root}: no silo of the cluster has ever started there")]
    private static partial void LogNoCluster(ILogger logger, string root);
}
