using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ShellCorp.Silo.Tests.Operations;

/// <summary>Takes what is sent by OTLP, over HTTP or gRPC, and keeps it as it came. Texts in Protocol Buffers are plain UTF-8.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    /// <summary>A byte that tells of compression, and the message's length.</summary>
    private const int GrpcPrefix = 5;

    private readonly ConcurrentBag<(string Path, string Body)> _received = [];
    private readonly WebApplication _server;

    private OtlpCollector(HttpProtocols protocols)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        // Without TLS a client can't ask for HTTP/2: the port has one protocol.
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        _server = builder.Build();
        _server.Run(protocols == HttpProtocols.Http2 ? TakeGrpcAsync : TakeHttpAsync);
    }

    public string Address => _server.Urls.First();

    public static Task<OtlpCollector> StartHttpAsync() => StartAsync(HttpProtocols.Http1);

    public static Task<OtlpCollector> StartGrpcAsync() => StartAsync(HttpProtocols.Http2);

    /// <summary>Waits for a request of that path with that text in it.</summary>
    public Task ReceivedAsync(string path, string text) => Eventually.HoldsAsync(
        $"{path} with {text}",
        () => Task.FromResult(_received.ToArray()),
        received => received.Any(request => request.Path == path && request.Body.Contains(text, StringComparison.Ordinal)));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task<OtlpCollector> StartAsync(HttpProtocols protocols)
    {
        var collector = new OtlpCollector(protocols);
        await collector._server.StartAsync();
        return collector;
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private async Task TakeHttpAsync(HttpContext context)
    {
        _received.Add((context.Request.Path, Encoding.UTF8.GetString(await ReadAsync(context))));
        context.Response.ContentType = "application/x-protobuf";
    }

    /// <summary>One call: a message in, an empty one out, and the status after it.</summary>
    private async Task TakeGrpcAsync(HttpContext context)
    {
        var body = await ReadAsync(context);
        if (context.Request.ContentType != "application/grpc" || body[0] != 0 || BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(1)) != body.Length - GrpcPrefix)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        _received.Add((context.Request.Path, Encoding.UTF8.GetString(body.AsSpan(GrpcPrefix))));
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[GrpcPrefix], context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
