using Microsoft.Extensions.Logging;

namespace Riak.Nodes;

internal sealed partial class NodeProber
{
    [LoggerMessage(3, LogLevel.Debug, "Riak node {Node} is still down")]
    private partial void LogProbeFailed(Exception failure, RiakEndpoint node);

    [LoggerMessage(4, LogLevel.Debug, "Riak nodes are no longer probed")]
    private partial void LogProbingStopped();
}
