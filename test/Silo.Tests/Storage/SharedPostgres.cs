using Postgres.TestServer;

namespace ShellCorp.Silo.Tests.Storage;

/// <summary>One server for the tests that don't harm it, each with a database of its own.</summary>
public sealed class SharedPostgres : IAsyncLifetime
{
    private PostgresServer? _server;

    internal PostgresServer Server => _server ?? throw new InvalidOperationException("A test without PostgresFact uses a PostgreSQL server.");

    public async ValueTask InitializeAsync()
    {
        if (Installation.Missing is null)
            _server = await PostgresServer.StartAsync();
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
