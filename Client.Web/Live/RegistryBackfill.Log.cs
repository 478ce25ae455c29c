namespace ShellCorp.Web.Live;

internal sealed partial class RegistryBackfill
{
    [LoggerMessage(20, LogLevel.Warning, "The match registry couldn't be read; matches that aren't live now are missing from the lists")]
    private static partial void LogRegistryFailed(ILogger logger, Exception exception);

    [LoggerMessage(21, LogLevel.Warning, "Match {Match} couldn't be read; it is missing from the lists until it changes")]
    private static partial void LogMatchFailed(ILogger logger, Exception exception, MatchId match);
}
