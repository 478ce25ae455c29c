using Microsoft.Extensions.Logging;

namespace ShellCorp.Operations.Starting;

internal static partial class StartingLogMessages
{
    [LoggerMessage(3002, LogLevel.Critical, "The {Process} does not start: {Reason}")]
    public static partial void LogNotStarted(this ILogger logger, Exception? exception, string process, string reason);
}
