using ErrorCode = Confluent.Kafka.ErrorCode;

namespace ShellCorp.Silo.Projection;

internal static partial class ProjectionLogMessages
{
    [LoggerMessage(2401, LogLevel.Information, "{Topic} [{Partition}] is projected here from {Next} on")]
    public static partial void LogProjectorAssigned(this ILogger logger, string topic, int partition, long next);

    [LoggerMessage(2402, LogLevel.Information, "{Topic} [{Partition}] is given up; it is projected up to {Next}")]
    public static partial void LogProjectorRevoked(this ILogger logger, string topic, int partition, long next);

    [LoggerMessage(2403, LogLevel.Information, "The projection of {Topic} [{Partition}] begins at {First}, the first offset that the log keeps")]
    public static partial void LogProjectionBegins(this ILogger logger, string topic, int partition, long first);

    [LoggerMessage(2404, LogLevel.Information, "Positions of the projection were moved by somebody else; nothing of the batch was written, and it is read again from there")]
    public static partial void LogPositionsMoved(this ILogger logger);

    [LoggerMessage(2405, LogLevel.Warning, "Nothing is projected: a batch failed as a whole; next try in {Wait}")]
    public static partial void LogProjectionFailed(this ILogger logger, Exception exception, TimeSpan wait);

    [LoggerMessage(2406, LogLevel.Warning, "The answer to a commit was lost; the positions are asked in {Wait} whether it is done")]
    public static partial void LogOutcomeUnknown(this ILogger logger, Exception exception, TimeSpan wait);

    [LoggerMessage(2407, LogLevel.Error, "{Topic} [{Partition}] isn't projected any more: {Reason}")]
    public static partial void LogProjectorHalted(this ILogger logger, string topic, int partition, string reason);

    [LoggerMessage(2408, LogLevel.Warning, "The projector's consumer reports {Code}: {Reason}")]
    public static partial void LogProjectorClient(this ILogger logger, ErrorCode code, string reason);
}
