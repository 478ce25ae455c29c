using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace SparkConnect.Operations;

internal sealed partial class SparkCalls
{
    public void LogTakenUp(string operationId, string how, int failures) => LogTakenUp(logger, operationId, how, failures);

    [LoggerMessage(1, LogLevel.Information, "{What} failed at attempt {Attempt} ({Status}: {Detail}) and is repeated")]
    private static partial void LogRepeated(ILogger logger, string what, int attempt, StatusCode status, string detail);

    [LoggerMessage(2, LogLevel.Information, "The stream of operation {OperationId} ended early and is taken up again by {How}; failures in a row: {Failures}")]
    private static partial void LogTakenUp(ILogger logger, string operationId, string how, int failures);

    [LoggerMessage(3, LogLevel.Warning, "Operation {OperationId} couldn't be released or interrupted; the server drops it once nobody has asked for it for some minutes")]
    private static partial void LogNotReleased(ILogger logger, string operationId, Exception exception);
}
