namespace ShellCorp.Silo.Hosting;

internal static partial class SiloLogMessages
{
    [LoggerMessage(2101, LogLevel.Critical, "The silo does not start: {Reason}")]
    public static partial void LogNotStarted(this ILogger logger, Exception? exception, string reason);
}
