using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SparkConnect.TestServer.Faults;
using SparkConnect.TestServer.Protocol;

namespace SparkConnect.TestServer;

/// <summary>
/// A Spark Connect server for the statements that load a warehouse: views over Parquet files and over tables of PostgreSQL, INSERT from one into the other, queries. What it does and answers is
/// what was recorded of Spark 3.5; anything else it refuses (UNIMPLEMENTED). DuckDB stands for Spark's engine.
/// </summary>
public sealed class SparkTestServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Server _server;

    private SparkTestServer(WebApplication application, Server server) => (_application, _server) = (application, server);

    /// <summary>Where it is, for clients.</summary>
    public string Remote => $"sc://localhost:{Port}/;user_id=tester";

    /// <summary>Its port.</summary>
    public int Port => new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    /// <summary>What is to go wrong.</summary>
    public FaultPlan Faults => _server.Faults;

    /// <summary>Texts that were run, in their order.</summary>
    public IReadOnlyList<string> Statements => [.. _server.Statements];

    /// <summary>The operations that it holds.</summary>
    public IReadOnlyList<Guid> HeldOperations => _server.Operations.Ids;

    /// <summary>Starts one on a free port.</summary>
    /// <param name="certificate">Encrypts; null: clear text.</param>
    /// <param name="token">The only bearer token that it takes; null: none is asked for.</param>
    public static async Task<SparkTestServer> StartAsync(X509Certificate2? certificate = null, string? token = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        var server = new Server();
        builder.Services.AddSingleton(server);
        builder.Services.AddGrpc();
        var application = builder.Build();
        if (token is not null)
            application.Use((context, next) => Admit(context, next, token));
        application.MapGrpcService<ConnectService>();
        await application.StartAsync();
        return new(application, server);
    }

    /// <summary>Forgets sessions and operations, as a restart does. What was being committed still is.</summary>
    public void Restart() => _server.Restart();

    /// <summary>Drops all operations as abandoned.</summary>
    public void Abandon() => _server.Operations.Abandon();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _server.Operations.InterruptAll();
        await _application.DisposeAsync();
    }

    private static Task Admit(HttpContext context, RequestDelegate next, string token)
    {
        if (context.Request.Headers.Authorization == $"Bearer {token}")
            return next(context);
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = "16";
        return Task.CompletedTask;
    }
}
