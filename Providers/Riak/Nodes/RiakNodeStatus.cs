namespace Riak.Nodes;

/// <summary>How a client sees one node at this moment.</summary>
/// <param name="Endpoint">Its address.</param>
/// <param name="IsUp">False after it refused connections or failed in a row, until a probe reaches it.</param>
/// <param name="InFlight">Requests that wait for a connection or for an answer.</param>
/// <param name="IdleConnections">Open connections that serve no request.</param>
/// <param name="LastFailure">The last failure's message; null if none since it was last up.</param>
public sealed record RiakNodeStatus(RiakEndpoint Endpoint, bool IsUp, int InFlight, int IdleConnections, string? LastFailure);
