using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace ZooKeeper.Client.Sessions;

/// <summary>Opens the stream to a server: TCP, with TLS over it where it is wanted.</summary>
internal static class Transport
{
    [SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the socket, and the caller the stream; a failure disposes both.")]
    internal static async Task<Stream> OpenAsync(DnsEndPoint server, ZooKeeperTlsOptions? tls, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Stream? stream = null;
        try
        {
            await socket.ConnectAsync(server, cancellationToken);
            stream = new NetworkStream(socket, ownsSocket: true);
            if (tls is not { Enabled: true })
                return stream;
            var encrypted = new SslStream(stream);
            stream = encrypted;
            await encrypted.AuthenticateAsClientAsync(Authentication(server, tls), cancellationToken);
            return encrypted;
        }
        catch
        {
            if (stream is not null)
                await stream.DisposeAsync();
            socket.Dispose();
            throw;
        }
    }

    private static SslClientAuthenticationOptions Authentication(DnsEndPoint server, ZooKeeperTlsOptions tls)
    {
        var policy = new X509ChainPolicy { RevocationMode = tls.CheckRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck };
        if (tls.TrustedCertificatesFile is { } authorities)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.ImportFromPemFile(authorities);
        }

        var options = new SslClientAuthenticationOptions { TargetHost = tls.TargetHost ?? server.Host, CertificateChainPolicy = policy };
        if (tls.ClientCertificateFile is { } certificate)
            options.ClientCertificateContext = ClientCertificate(certificate, tls.ClientKeyFile);
        tls.Configure?.Invoke(options);
        return options;
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The context keeps the certificate for as long as the connection lives.")]
    private static SslStreamCertificateContext ClientCertificate(string file, string? keyFile)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(file);
        var certificate = X509Certificate2.CreateFromPemFile(file, keyFile);
        // Windows's TLS can't use a key that is not in a key store.
        if (OperatingSystem.IsWindows())
            certificate = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        return SslStreamCertificateContext.Create(certificate, chain, offline: true);
    }
}
