namespace Riak.TestServer.Crdts;

/// <summary>One event: the so-and-so-many-th of an actor.</summary>
internal readonly record struct Dot(string Actor, long Counter);
