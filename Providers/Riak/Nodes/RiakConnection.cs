using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using Google.Protobuf;
using Riak.Security;
using Riak.Wire;

namespace Riak.Nodes;

/// <summary>One TCP connection, which serves one exchange at a time and is good for nothing after one that failed.</summary>
internal sealed class RiakConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly FrameReader _reader;
    private readonly ArrayBufferWriter<byte> _output = new();
    private Stream _stream;

    private RiakConnection(RiakEndpoint endpoint, Socket socket, int maxFrameBytes)
    {
        Endpoint = endpoint;
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = new FrameReader(maxFrameBytes);
    }

    public RiakEndpoint Endpoint { get; }

    /// <summary>When it was last put back, in the pool's time.</summary>
    public long IdleSince { get; set; }

    /// <summary>Whether it has served an exchange before: only then may the server have closed it meanwhile.</summary>
    public bool Reused { get; set; }

    public static async Task<RiakConnection> OpenAsync(RiakEndpoint endpoint, RiakClientOptions options, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint.Host, endpoint.Port, cancellation);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var connection = new RiakConnection(endpoint, socket, options.MaxFrameBytes);
        try
        {
            await SecureChannel.SecureAsync(connection, options, cancellation);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes the request's frame ready; nothing is sent yet.</summary>
    public void Prepare(MessageCode code, IMessage? message)
    {
        _output.ResetWrittenCount();
        Frame.Write(_output, code, message);
    }

    /// <summary>Sends what is prepared and reads the answer. The answer's body is valid until the next exchange.</summary>
    public async ValueTask<Frame> ExchangeAsync(CancellationToken cancellation)
    {
        await _stream.WriteAsync(_output.WrittenMemory, cancellation);
        return await _reader.ReadAsync(_stream, cancellation);
    }

    public ValueTask<Frame> ExchangeAsync(MessageCode code, IMessage? message, CancellationToken cancellation)
    {
        Prepare(code, message);
        return ExchangeAsync(cancellation);
    }

    public async Task EncryptAsync(SslClientAuthenticationOptions options, CancellationToken cancellation)
    {
        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(options, cancellation);
    }

    /// <summary>Whether the server has neither closed the idle connection nor sent what nobody asked for.</summary>
    public bool IsQuiet()
    {
        try
        {
            // What is readable is the end of the stream, or bytes that nobody asked for: TLS's farewell, say.
            return !_socket.Poll(TimeSpan.Zero, SelectMode.SelectRead);
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public void Dispose() => _stream.Dispose();
}
