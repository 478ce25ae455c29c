namespace ShellCorp.Analytics.Redshift;

public sealed partial class RedshiftWarehouse
{
    [LoggerMessage(7004, LogLevel.Warning, "Attempt {Attempt}: its operations couldn't be released; the server drops them by itself")]
    internal static partial void LogNotReleased(ILogger logger, Guid attempt, Exception exception);

    [LoggerMessage(7001, LogLevel.Debug, "Attempt {Attempt} stages {Files} files")]
    private partial void LogAttempt(Guid attempt, int files);

    [LoggerMessage(7002, LogLevel.Debug, "Attempt {Attempt} has loaded {Files} files")]
    private partial void LogLoaded(Guid attempt, int files);

    [LoggerMessage(7003, LogLevel.Warning, "The connection broke while rows were merged; the ledger is asked whether they are in")]
    private partial void LogUnclear(Exception exception);
}
