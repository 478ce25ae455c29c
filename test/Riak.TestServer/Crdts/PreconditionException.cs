namespace Riak.TestServer.Crdts;

/// <summary>A removal without context of what isn't there. The message is the server's error text.</summary>
public sealed class PreconditionException(string message) : Exception(message);
