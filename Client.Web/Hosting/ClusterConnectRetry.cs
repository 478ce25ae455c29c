using Microsoft.Extensions.Options;
using ZooKeeper.Client;

namespace ShellCorp.Web.Hosting;

/// <summary>Tries to reach the cluster until it is there or the host stops, or ZooKeeper refuses the credentials.</summary>
internal sealed partial class ClusterConnectRetry(IOptions<ClusterClientOptions> options, TimeProvider time, ILogger<ClusterConnectRetry> logger)
    : IClientConnectionRetryFilter
{
    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        // Waiting doesn't mend credentials.
        if (exception is AuthenticationFailedException or NoAuthException)
            return false;
        LogNotReached(logger, exception, options.Value.ConnectRetry);
        await Task.Delay(options.Value.ConnectRetry, time, cancellationToken);
        return true;
    }

    [LoggerMessage(30, LogLevel.Warning, "The cluster can't be reached; trying again in {Delay}")]
    private static partial void LogNotReached(ILogger logger, Exception exception, TimeSpan delay);
}
