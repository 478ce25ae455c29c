using Postgres.TestServer;
using ShellCorp.Analytics.Redshift.Tests;
using SparkConnect.TestServer;

[assembly: AssemblyFixture(typeof(Servers))]

namespace ShellCorp.Analytics.Redshift.Tests;

/// <summary>
/// PostgreSQL in Redshift's place, and Spark: the test server, or the one that <c>SHELLCORP_SPARK</c> names. That one must run on this machine, since it reads the files that
/// tests write and the database on a loopback port, and needs PostgreSQL's JDBC driver.
/// </summary>
public sealed class Servers : IAsyncLifetime
{
    private SparkTestServer? _spark;

    public PostgresServer Postgres { get; private set; } = null!;

    public static string? RealSpark => Environment.GetEnvironmentVariable("SHELLCORP_SPARK");

    public string SparkRemote => RealSpark ?? _spark!.Remote;

    public async ValueTask InitializeAsync()
    {
        Postgres = await PostgresServer.StartAsync();
        _spark = RealSpark is null ? await SparkTestServer.StartAsync() : null;
    }

    public async ValueTask DisposeAsync()
    {
        await Postgres.DisposeAsync();
        if (_spark is not null)
            await _spark.DisposeAsync();
    }
}
