namespace Riak;

/// <summary>What a node says of itself.</summary>
/// <param name="Node">Its Erlang name, for example <c>riak@127.0.0.1</c>.</param>
/// <param name="Version">For example <c>3.2.3</c>.</param>
public sealed record RiakServerInfo(string Node, string Version);
