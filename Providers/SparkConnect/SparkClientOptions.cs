namespace SparkConnect;

/// <summary>How a client reaches its server, and how long it tries.</summary>
public sealed record SparkClientOptions
{
    /// <summary>Where the server is: <c>sc://host:port/;token=…;use_ssl=true;user_id=…;session_id=…</c>.</summary>
    public required string Remote { get; init; }

    /// <summary>PEM file of the certificates that may have signed the server's (a self-signed one itself). Default: the system's own.</summary>
    public string? TrustedCertificateFile { get; init; }

    /// <summary>How long one answer to a call that runs no statement may take. Default 1 min.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many times in a row a call, or the stream of a statement, may fail in transport without any progress. Default 8.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>The wait after the first failure in a row; it doubles with each. Default 100 ms.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between two attempts. Default 10 s.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long without a sign of life the connection of a running statement is asked for one. Default 30 s.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest message taken from the server, in bytes. Default 128 MiB.</summary>
    public int MaxMessageBytes { get; init; } = 128 * 1024 * 1024;

    internal void ThrowIfInvalid()
    {
        if (MaxAttempts is < 1 or > 100)
            throw new ArgumentException($"{nameof(MaxAttempts)} must be from 1 to 100, not {MaxAttempts}.");
        if (CallTimeout <= TimeSpan.Zero || RetryDelay <= TimeSpan.Zero || MaxRetryDelay < RetryDelay || KeepAlive < TimeSpan.FromSeconds(1))
        {
            throw new ArgumentException(
                $"{nameof(CallTimeout)} and {nameof(RetryDelay)} must be above zero, {nameof(MaxRetryDelay)} not below {nameof(RetryDelay)}, {nameof(KeepAlive)} at least 1 s; "
                + $"they are {CallTimeout}, {RetryDelay}, {MaxRetryDelay} and {KeepAlive}.");
        }

        if (MaxMessageBytes < 4 * 1024 * 1024)
            throw new ArgumentException($"{nameof(MaxMessageBytes)} must be at least 4 MiB, which is what Spark makes its batches for, not {MaxMessageBytes}.");
        if (TrustedCertificateFile is not null && !File.Exists(TrustedCertificateFile))
            throw new ArgumentException($"'{TrustedCertificateFile}' can't be found: it should be a PEM file.");
    }
}
