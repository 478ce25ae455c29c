namespace ShellCorp.Silo.Operations;

internal static partial class OperationsLogMessages
{
    [LoggerMessage(2301, LogLevel.Information, "There is no dashboard: outside of Development it is never served without authorization, and {Section}:User is not set")]
    public static partial void LogNoDashboard(this ILogger logger, string section);

    [LoggerMessage(2302, LogLevel.Warning, "How far consumers are behind is unknown")]
    public static partial void LogLagUnknown(this ILogger logger, Exception exception);

    [LoggerMessage(2303, LogLevel.Information, "How far consumers are behind is known again")]
    public static partial void LogLagKnown(this ILogger logger);
}
