namespace Postgres.TestServer;

/// <summary>A server ended while it was expected to start.</summary>
/// <param name="log">What it wrote last.</param>
public sealed class ServerEndedException(string log) : Exception($"The server has ended; its log:{Environment.NewLine}{log}");
