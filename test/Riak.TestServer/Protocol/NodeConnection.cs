using System.Buffers;
using System.Buffers.Binary;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Riak.TestServer.Cluster;
using Riak.Wire;

namespace Riak.TestServer.Protocol;

/// <summary>One client's connection: first TLS and authentication where they are asked for, then one request after the other.</summary>
internal sealed class NodeConnection(Socket socket, RiakTestSecurity? security, RequestHandler handler, RiakTestNode node)
{
    private const int AuthenticationTries = 3;

    private Stream _stream = new NetworkStream(socket);
    private bool _encrypted;
    private bool _authenticated = security is null;
    private int _refusals;

    public async Task ServeAsync()
    {
        try
        {
            while (await ReadAsync() is { } frame && await AnswerAsync(frame))
            {
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException or AuthenticationException)
        {
            // A client that went away, or a handshake that failed, ends this connection and nothing else.
            return;
        }
        finally
        {
            await _stream.DisposeAsync();
        }
    }

    private async Task<bool> AnswerAsync(byte[] frame)
    {
        node.Count(frame[0]);
        var code = (MessageCode)frame[0];
        if (security is not null && !_encrypted && code == MessageCode.StartTls)
        {
            await SendAsync(new(MessageCode.StartTls));
            await EncryptAsync(security);
            return true;
        }

        var answer = _authenticated ? handler.Handle(code, frame.AsMemory(1)) : Authenticate(code, frame.AsMemory(1));
        // The server answers one request at a time, and tells a client that sends another meanwhile.
        if (!_encrypted && socket.Available > 0)
            answer = Answer.Error("Cannot send another request while one is in progress", closes: true);
        if (answer.Code is not null)
            await SendAsync(answer);
        return !answer.Closes;
    }

    private Answer Authenticate(MessageCode code, ReadOnlyMemory<byte> body)
    {
        if (!_encrypted)
            return Answer.Error("Security is enabled, please STARTTLS first");
        if (code != MessageCode.AuthRequest)
            return Answer.Error("Security is enabled, please authenticate first");
        var request = RpbAuthReq.Parser.ParseFrom(body.Span);
        _authenticated = security!.Users.TryGetValue(request.User.ToStringUtf8(), out var password) && password == request.Password.ToStringUtf8();
        return _authenticated ? new(MessageCode.AuthResponse) : Answer.Error("Authentication failed", closes: ++_refusals == AuthenticationTries);
    }

    private async Task EncryptAsync(RiakTestSecurity with)
    {
        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = with.Certificate });
        _encrypted = true;
    }

    private async Task<byte[]?> ReadAsync()
    {
        var head = new byte[Frame.LengthBytes];
        if (await _stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false) < head.Length)
            return null;
        var frame = new byte[BinaryPrimitives.ReadInt32BigEndian(head)];
        await _stream.ReadExactlyAsync(frame);
        return frame;
    }

    private async Task SendAsync(Answer answer)
    {
        var output = new ArrayBufferWriter<byte>();
        Frame.Write(output, answer.Code!.Value, answer.Message);
        await _stream.WriteAsync(output.WrittenMemory);
    }
}
