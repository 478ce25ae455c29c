namespace Riak.TestServer.Crdts;

/// <summary>Where and when an update is made.</summary>
/// <param name="Dot">The event that it is.</param>
/// <param name="Context">What the client has seen; null if it didn't say.</param>
/// <param name="Microseconds">The coordinating node's clock.</param>
internal sealed record Origin(Dot Dot, VersionVector? Context, long Microseconds);
