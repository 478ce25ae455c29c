using Microsoft.Extensions.Logging;

namespace Riak.Nodes;

internal sealed partial class RiakNode
{
    [LoggerMessage(1, LogLevel.Information, "Riak node {Node} is up")]
    private partial void LogNodeUp(RiakEndpoint node);

    [LoggerMessage(2, LogLevel.Warning, "Riak node {Node} is down; it is tried again by and by")]
    private partial void LogNodeDown(Exception failure, RiakEndpoint node);
}
