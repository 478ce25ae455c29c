namespace Riak.Tests.Vectors;

/// <summary>A recorded exchange.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Request">The whole frame in hex.</param>
/// <param name="Response">The whole frame in hex; null: the server closed the connection.</param>
internal sealed record Vector(string Name, string Request, string? Response);
