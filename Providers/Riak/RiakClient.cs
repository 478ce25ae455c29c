using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Riak.Nodes;
using Riak.Requests;
using Riak.Wire;

namespace Riak;

/// <summary>
/// A client of a Riak KV cluster (2.x and 3.x) over its Protocol Buffers interface. Thread-safe; one for a process is enough.
/// </summary>
/// <remarks>
/// <para>Reads are repeated on other nodes. Writes (put, delete, data type updates, properties) are sent once: before a write's first byte
/// another node may be tried; after it, anything but an answer is a <see cref="Errors.RiakOutcomeUnknownException"/>.</para>
/// <para>Every call throws <see cref="Errors.RiakServerException"/> if the server answers with an error,
/// <see cref="Errors.RiakUnavailableException"/> if no node could serve it, <see cref="Errors.RiakAuthenticationException"/> if TLS or the user
/// was refused, <see cref="Errors.RiakProtocolException"/> if a read's answer is garbage, <see cref="ArgumentException"/> for names that are
/// empty or a request above <see cref="RiakClientOptions.MaxFrameBytes"/>, and <see cref="OperationCanceledException"/> if it was cancelled, unless
/// a write had been sent. A connection whose exchange was cancelled, late or broken is closed, never used again.</para>
/// </remarks>
public sealed partial class RiakClient : IAsyncDisposable
{
    private readonly IReadOnlyList<RiakNode> _nodes;
    private readonly Dispatcher _dispatcher;
    private readonly NodeProber _prober;
    private volatile bool _disposed;

    /// <summary>Connects on first use.</summary>
    /// <param name="options">Checked here, and not to be changed afterwards.</param>
    /// <param name="loggers">Null: nothing is logged.</param>
    /// <param name="time">What time-outs and probing go by. Null: the system's time.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option can't work.</exception>
    public RiakClient(RiakClientOptions options, ILoggerFactory? loggers = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        RiakClientOptionsValidator.ThrowIfInvalid(options);
        var logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<RiakClient>();
        time ??= TimeProvider.System;
        _nodes = [.. RiakEndpoint.ParseList(options.Hosts).Select(endpoint => new RiakNode(endpoint, options, logger, time))];
        _dispatcher = new(_nodes, options, logger, time);
        _prober = new(_nodes, options, logger, time);
        LogOptions(logger, options);
    }

    /// <summary>How the client sees the nodes now, in the order of the options.</summary>
    public IReadOnlyList<RiakNodeStatus> Nodes => [.. _nodes.Select(node => node.Status)];

    /// <summary>Returns once a node has answered.</summary>
    /// <param name="cancellation">Cancels.</param>
    public Task PingAsync(CancellationToken cancellation = default) =>
        SendAsync(new RiakRequest<bool>("ping", MessageCode.PingRequest, null, MessageCode.PingResponse, _ => true, IsWrite: false), cancellation);

    /// <summary>Asks some node who it is.</summary>
    /// <param name="cancellation">Cancels.</param>
    public Task<RiakServerInfo> GetServerInfoAsync(CancellationToken cancellation = default) => SendAsync(
        new RiakRequest<RiakServerInfo>(
            "server-info", MessageCode.ServerInfoRequest, null, MessageCode.ServerInfoResponse, ReadServerInfo, IsWrite: false),
        cancellation);

    /// <summary>Stops probing and closes the idle connections; those in use are closed after their exchange.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await _prober.DisposeAsync();
        foreach (var node in _nodes)
            node.Dispose();
    }

    private static RiakServerInfo ReadServerInfo(Frame frame)
    {
        var answer = Messages.Parse(RpbGetServerInfoResp.Parser, frame);
        return new(answer.Node.ToStringUtf8(), answer.ServerVersion.ToStringUtf8());
    }

    private Task<T> SendAsync<T>(RiakRequest<T> request, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _dispatcher.SendAsync(request, cancellation);
    }
}
