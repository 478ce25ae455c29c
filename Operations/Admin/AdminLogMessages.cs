using Microsoft.Extensions.Logging;

namespace ShellCorp.Operations.Admin;

internal static partial class AdminLogMessages
{
    [LoggerMessage(3001, LogLevel.Information, "Health and metrics at {Address}")]
    public static partial void LogListening(this ILogger logger, Uri address);
}
