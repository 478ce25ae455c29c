using Microsoft.Extensions.Logging;

namespace Riak;

public sealed partial class RiakClient
{
    [LoggerMessage(7, LogLevel.Information, "Riak client for {Options}")]
    private static partial void LogOptions(ILogger logger, RiakClientOptions options);
}
