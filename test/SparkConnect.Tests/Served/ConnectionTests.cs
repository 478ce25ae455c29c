using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SparkConnect.Errors;
using SparkConnect.TestServer;
using SparkConnect.TestServer.Faults;

namespace SparkConnect.Tests.Served;

/// <summary>Over real connections: TLS, tokens, breaks, many responses.</summary>
public sealed class ConnectionTests(Database database)
{
    [Fact]
    public async Task TokenOverTls_IsTaken_AndAnotherRefused()
    {
        using var certificate = SelfSigned();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.pem");
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());
        try
        {
            await using var server = await SparkTestServer.StartAsync(certificate, "secret");
            using var client = Connect($"sc://localhost:{server.Port}/;token=secret", file);
            Assert.Equal("3.5.2", await client.OpenSession().GetVersionAsync());
            using var stranger = Connect($"sc://localhost:{server.Port}/;token=guess", file);
            await Assert.ThrowsAsync<SparkAuthenticationException>(() => stranger.OpenSession().GetVersionAsync());
            using var careful = Connect($"sc://localhost:{server.Port}/;token=secret", null);
            await Assert.ThrowsAsync<SparkUnavailableException>(() => careful.OpenSession().ExecuteAsync("DESCRIBE TABLE x"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(FaultKind.LoseRequest, 0)]
    [InlineData(FaultKind.BreakStream, 0)]
    [InlineData(FaultKind.BreakStream, 2)]
    [InlineData(FaultKind.EndStream, 0)]
    public async Task Query_ComesWhole_WhateverBecomesOfItsConnection(FaultKind kind, int after)
    {
        await using var server = await SparkTestServer.StartAsync();
        using var client = Connect(server.Remote, null);
        var session = client.OpenSession();
        await session.ExecuteAsync($"CREATE OR REPLACE TEMPORARY VIEW events USING parquet OPTIONS (path '{database.Events}')");
        server.Faults.Add(kind, "FROM events", after);

        var rows = new List<long>();
        await foreach (var batch in session.ReadBatchesAsync("SELECT id FROM events ORDER BY id"))
            rows.AddRange(((Apache.Arrow.Int64Array)batch.Column("id")).Values.ToArray());

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], rows);
        Assert.Equal(0, server.Faults.Waiting);
        Assert.Empty(server.HeldOperations);
    }

    [Fact]
    public async Task ServerThatWasRestarted_KnowsNoViewsAnyMore()
    {
        await using var server = await SparkTestServer.StartAsync();
        using var client = Connect(server.Remote, null);
        var session = client.OpenSession();
        await session.ExecuteAsync($"CREATE OR REPLACE TEMPORARY VIEW events USING parquet OPTIONS (path '{database.Events}')", new() { KeepsOperation = true });
        Assert.Single(server.HeldOperations);
        server.Restart();
        var lost = await Assert.ThrowsAsync<SparkServerException>(() => session.ExecuteAsync("DESCRIBE TABLE events"));
        Assert.Equal("TABLE_OR_VIEW_NOT_FOUND", lost.ErrorClass);
        Assert.False(await session.CloseAsync());
    }

    [Fact]
    public async Task CommandThatIsInterrupted_EndsAtOnce_AndMayStillCommit()
    {
        await using var server = await SparkTestServer.StartAsync();
        await using var connection = await database.CreateAsync();
        using var client = Connect(server.Remote, null);
        var session = client.OpenSession();
        await session.ExecuteAsync($"CREATE OR REPLACE TEMPORARY VIEW events USING parquet OPTIONS (path '{database.Events}')");
        await session.ExecuteAsync(database.Here(
            "CREATE OR REPLACE TEMPORARY VIEW staging USING jdbc OPTIONS (url 'jdbc:postgresql://127.0.0.1:25999/spark?user=postgres', dbtable 'public.staging', driver 'org.postgresql.Driver')", connection));
        var late = server.Faults.Add(FaultKind.CommitLate, "INSERT INTO staging");
        var operation = Guid.NewGuid();
        var insert = session.ExecuteAsync(database.Here("INSERT INTO staging SELECT id, name, amount, at FROM events", connection), new() { OperationId = operation });
        await Eventually.EndAsync("the commit to wait", late.Reached);

        Assert.Equal([operation], await session.InterruptAsync(operation));
        var unknown = await Assert.ThrowsAsync<SparkOutcomeUnknownException>(() => insert);
        Assert.Equal("OPERATION_CANCELED", Assert.IsType<SparkServerException>(unknown.InnerException).ErrorClass);
        late.LetGo();
        await Eventually.EndAsync("the commit", late.Done);
        await using var command = new Npgsql.NpgsqlCommand("SELECT count(*) FROM staging", connection);
        Assert.Equal(8L, await command.ExecuteScalarAsync());
    }

    private static SparkClient Connect(string remote, string? authority) => new(new()
    {
        Remote = remote,
        TrustedCertificateFile = authority,
        MaxAttempts = 3,
        RetryDelay = TimeSpan.FromMilliseconds(10),
    });

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
