using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SparkConnect.Operations;
using SparkConnect.Wire;

namespace SparkConnect;

/// <summary>A client of a Spark Connect server (3.5 and later), for SQL. Thread-safe; one for a process is enough. It connects on first use.</summary>
public sealed class SparkClient : IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly SparkCalls _calls;
    private readonly SparkRemote _remote;

    /// <summary>Makes a client.</summary>
    /// <param name="options">Checked here.</param>
    /// <param name="loggers">Null: nothing is logged.</param>
    /// <param name="time">What time-outs and waits go by. Null: the system's time.</param>
    /// <exception cref="ArgumentException">An option can't work.</exception>
    /// <exception cref="FormatException">The address can't be read.</exception>
    public SparkClient(SparkClientOptions options, ILoggerFactory? loggers = null, TimeProvider? time = null)
        : this(options, Checked(options), loggers, time)
    {
    }

    internal SparkClient(SparkClientOptions options, HttpMessageHandler handler, ILoggerFactory? loggers, TimeProvider? time)
    {
        options.ThrowIfInvalid();
        _remote = SparkRemote.Parse(options.Remote);
        _channel = GrpcChannel.ForAddress(_remote.Address, new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = options.MaxMessageBytes,
            MaxSendMessageSize = null,
        });
        var logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<SparkClient>();
        _calls = new(new SparkConnectService.SparkConnectServiceClient(_channel), _remote, options, logger, time ?? TimeProvider.System);
    }

    /// <summary>
    /// A session of the server: what temporary views and settings belong to. Nothing is sent; the server makes it at the first call. It drops sessions that weren't
    /// used for an hour, or are too many.
    /// </summary>
    /// <param name="id">Default: the address's, or a new one.</param>
    public SparkSession OpenSession(Guid? id = null) => new(_calls, id ?? _remote.SessionId ?? Guid.NewGuid());

    /// <summary>Closes the connections. Statements that run are not interrupted.</summary>
    public void Dispose() => _channel.Dispose();

    private static SocketsHttpHandler Checked(SparkClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        var handler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = options.KeepAlive,
            KeepAlivePingTimeout = options.KeepAlive,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        };
        if (options.TrustedCertificateFile is { } file)
            handler.SslOptions.CertificateChainPolicy = Trusting(file);
        return handler;
    }

    private static X509ChainPolicy Trusting(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }
}
