using Postgres.TestServer;

namespace ShellCorp.Oltp.Tests;

/// <summary>One server for the tests that don't harm it, each with a database of its own.</summary>
public sealed class SharedPostgres : IAsyncLifetime
{
    private PostgresServer? _server;

    /// <summary>The server; the test is skipped where there is none.</summary>
    internal PostgresServer Server
    {
        get
        {
            Assert.SkipWhen(Installation.Missing is not null, Installation.Missing ?? "");
            return _server!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Installation.Missing is null)
            _server = await PostgresServer.StartAsync();
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
