namespace Riak.Security;

/// <summary>How the connection is encrypted (StartTls) and whom the client trusts. Files are read each time a connection is opened.</summary>
public sealed class RiakTlsOptions
{
    /// <summary>The name that the server's certificate must carry. Default: the host that the connection goes to.</summary>
    public string? TargetHost { get; set; }

    /// <summary>PEM file of the certificates that may have signed the server's (a self-signed one itself). Default: the system's own.</summary>
    public string? TrustedCertificateFile { get; set; }

    /// <summary>PEM file of the client's certificate, for users that authenticate by one. Default none.</summary>
    public string? ClientCertificateFile { get; set; }

    /// <summary>PEM file of the client certificate's key. Default: the certificate's own file.</summary>
    public string? ClientKeyFile { get; set; }

    /// <summary>Whether a revoked server certificate is refused; the revocation list must be reachable then. Default false.</summary>
    public bool CheckRevocation { get; set; }

    internal IEnumerable<string> Errors()
    {
        if (ClientKeyFile is not null && ClientCertificateFile is null)
            yield return $"{nameof(ClientKeyFile)} is set and {nameof(ClientCertificateFile)} isn't: a key alone identifies nobody.";
        foreach (var file in new[] { TrustedCertificateFile, ClientCertificateFile, ClientKeyFile }.OfType<string>().Where(file => !File.Exists(file)))
            yield return $"'{file}' can't be found: it should be a PEM file.";
    }
}
