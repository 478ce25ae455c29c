using Microsoft.Extensions.Options;
using ZooKeeper.Client;

namespace ShellCorp.Web.Hosting;

/// <summary>
/// Tries to reach the cluster until it is there or the host stops. What waiting doesn't mend ends the start: credentials that ZooKeeper refuses, and
/// an address under which there has been no ZooKeeper at all.
/// </summary>
internal sealed partial class ClusterConnectRetry(IOptions<ClusterClientOptions> options, TimeProvider time, ILogger<ClusterConnectRetry> logger)
    : IClientConnectionRetryFilter
{
    private bool _isZooKeeperKnown;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OrleansConfigurationException or AuthenticationFailedException || (exception is ConnectionLossException && !_isZooKeeperKnown))
            return false;
        // Whatever else went wrong, it went wrong after ZooKeeper had answered.
        _isZooKeeperKnown = true;
        LogNotReached(logger, exception, options.Value.ConnectRetry);
        await Task.Delay(options.Value.ConnectRetry, time, cancellationToken);
        return true;
    }

    [LoggerMessage(30, LogLevel.Warning, "The cluster can't be reached; trying again in {Delay}")]
    private static partial void LogNotReached(ILogger logger, Exception exception, TimeSpan delay);
}
