using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Riak.Errors;
using Riak.Nodes;
using Riak.Wire;

namespace Riak.Security;

/// <summary>Makes a fresh connection into an encrypted and authenticated one.</summary>
internal static class SecureChannel
{
    public static async Task SecureAsync(RiakConnection connection, RiakClientOptions options, CancellationToken cancellation)
    {
        if (options.Tls is not { } tls)
            return;
        await AskAsync(connection, MessageCode.StartTls, null, MessageCode.StartTls, "StartTls", cancellation);
        await EncryptAsync(connection, tls, cancellation);
        var credentials = new RpbAuthReq
        {
            User = ByteString.CopyFromUtf8(options.User!),
            Password = ByteString.CopyFromUtf8(options.Password),
        };
        await AskAsync(connection, MessageCode.AuthRequest, credentials, MessageCode.AuthResponse, $"user '{options.User}'", cancellation);
    }

    private static async Task EncryptAsync(RiakConnection connection, RiakTlsOptions tls, CancellationToken cancellation)
    {
        try
        {
            using var own = tls.ClientCertificateFile is { } file ? X509Certificate2.CreateFromPemFile(file, tls.ClientKeyFile) : null;
            await connection.EncryptAsync(Handshake(tls, own, connection.Endpoint), cancellation);
        }
        catch (Exception e) when (e is AuthenticationException or CryptographicException)
        {
            throw new RiakAuthenticationException(
                $"TLS with {connection.Endpoint} failed: {e.Message} Check {nameof(RiakTlsOptions.TrustedCertificateFile)} and "
                + $"{nameof(RiakTlsOptions.TargetHost)} against the node's ssl.certfile.",
                e);
        }
    }

    private static async Task AskAsync(
        RiakConnection connection, MessageCode code, IMessage? message, MessageCode expected, string what, CancellationToken cancellation)
    {
        var answer = await connection.ExchangeAsync(code, message, cancellation);
        if (answer.Code == expected)
            return;
        if (answer.Code != MessageCode.ErrorResponse)
            throw new RiakProtocolException($"{connection.Endpoint} answered {what} with message {(byte)answer.Code}.");
        var error = ServerErrors.Read(Messages.Parse(RpbErrorResp.Parser, answer));
        throw new RiakAuthenticationException(
            $"{connection.Endpoint} refused {what}: {error.ServerText}. See riak admin security status, print-users and print-sources; "
            + "sources are added with: riak admin security add-source USER CIDR password.",
            error);
    }

    private static SslClientAuthenticationOptions Handshake(RiakTlsOptions tls, X509Certificate2? own, RiakEndpoint endpoint)
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = tls.TargetHost ?? endpoint.Host,
            CertificateRevocationCheckMode = tls.CheckRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck,
        };
        if (tls.TrustedCertificateFile is { } trusted)
            options.CertificateChainPolicy = Trust(trusted, options.CertificateRevocationCheckMode);
        if (own is not null)
            options.ClientCertificates = [own];
        return options;
    }

    private static X509ChainPolicy Trust(string file, X509RevocationMode revocation)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = revocation };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }
}
