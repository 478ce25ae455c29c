using System.Collections.Immutable;

namespace ZooKeeper.Client;

/// <summary>How a <see cref="ZooKeeperClient"/> works. Checked by its constructor.</summary>
public sealed record ZooKeeperOptions
{
    /// <summary>The ensemble: <c>host:port,host:port/chroot</c>; see <see cref="ZooKeeperConnectionString"/>.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// How long the ensemble is asked to keep the session without hearing from it; it answers with its own limits (2 to 20 ticks of
    /// usually 2 s). From 1 ms to about 24 days. Default 10 s.
    /// </summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long requests wait for a connection when there is none. After it, they fail with <see cref="ConnectionLossException"/>, and new
    /// ones as soon as another round through the ensemble has failed, until a server serves the session again. More than zero. Default null: <see cref="SessionTimeout"/>.
    /// </summary>
    public TimeSpan? ConnectionPatience { get; init; }

    /// <summary>How often a read is sent again when its answer was lost with the connection. Zero or more. Default 4. Writes are never sent again.</summary>
    public int ReadRetries { get; init; } = 4;

    /// <summary>
    /// What happens when the session has expired. False (the default): the client ends, and everything fails with
    /// <see cref="SessionExpiredException"/>. True: what waits fails so, watches end, and a new session is made.
    /// </summary>
    public bool RenewExpiredSession { get; init; }

    /// <summary>The session's identities. More can be added later. Default none.</summary>
    public ImmutableArray<Credentials> Credentials { get; init; } = [];

    /// <summary>TLS. Default null: none.</summary>
    public ZooKeeperTlsOptions? Tls { get; init; }

    /// <summary>The longest wait between two rounds through the ensemble; waits double from 50 ms. More than zero. Default 1 s.</summary>
    public TimeSpan LongestReconnectDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Requests sent and not answered yet; more wait. 1 or more. Default 1000, the server's own limit.</summary>
    public int RequestsInFlight { get; init; } = 1000;

    /// <summary>The largest request in bytes; a server closes the connection above its <c>jute.maxbuffer</c>. Default 1 MiB − 1, the server's.</summary>
    public int MaximumRequestBytes { get; init; } = 0xfffff;

    /// <summary>The largest reply in bytes; above it the connection is closed. 1 KiB or more. Default 16 MiB.</summary>
    public int MaximumReplyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The clock. Default the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal TimeSpan Patience => ConnectionPatience ?? SessionTimeout;

    internal void Validate()
    {
        ZooKeeperConnectionString.Parse(ConnectionString);
        ThrowIf(SessionTimeout < TimeSpan.FromMilliseconds(1) || SessionTimeout.TotalMilliseconds > int.MaxValue, nameof(SessionTimeout), SessionTimeout, $"from 1 to {int.MaxValue} ms");
        ThrowIf(Patience <= TimeSpan.Zero, nameof(ConnectionPatience), Patience, "more than zero");
        ThrowIf(ReadRetries < 0, nameof(ReadRetries), ReadRetries, "zero or more");
        ThrowIf(LongestReconnectDelay <= TimeSpan.Zero, nameof(LongestReconnectDelay), LongestReconnectDelay, "more than zero");
        ThrowIf(RequestsInFlight < 1, nameof(RequestsInFlight), RequestsInFlight, "1 or more");
        ThrowIf(MaximumRequestBytes < 1024, nameof(MaximumRequestBytes), MaximumRequestBytes, "1024 or more");
        ThrowIf(MaximumReplyBytes < 1024, nameof(MaximumReplyBytes), MaximumReplyBytes, "1024 or more");
        ThrowIf(Credentials.IsDefault, nameof(Credentials), "default", "an array, maybe empty");
    }

    private static void ThrowIf(bool wrong, string name, object value, string limit)
    {
        if (wrong)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {limit}.");
    }
}
