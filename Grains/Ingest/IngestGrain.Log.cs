using Microsoft.Extensions.Logging;

namespace ShellCorp.Grains.Ingest;

/// <content>Log messages.</content>
internal sealed partial class IngestGrain
{
    [LoggerMessage(1201, LogLevel.Warning, "The line-up of match {Match} can't be read; its events are deferred.")]
    private partial void LogSheetUnavailable(Exception exception, MatchId match);

    [LoggerMessage(1202, LogLevel.Warning, "The log didn't acknowledge {Events} events; whether they are written isn't known.")]
    private partial void LogAppendFailed(Exception exception, int events);
}
