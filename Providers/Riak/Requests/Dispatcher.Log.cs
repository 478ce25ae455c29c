using Microsoft.Extensions.Logging;
using Riak.Nodes;

namespace Riak.Requests;

internal sealed partial class Dispatcher
{
    [LoggerMessage(5, LogLevel.Debug, "'{Operation}' failed on Riak node {Node}, attempt {Attempt}")]
    private partial void LogAttemptFailed(Exception failure, string operation, RiakEndpoint node, int attempt);

    [LoggerMessage(6, LogLevel.Warning, "It isn't known whether Riak node {Node} applied '{Operation}'")]
    private partial void LogOutcomeUnknown(Exception failure, string operation, RiakEndpoint node);
}
