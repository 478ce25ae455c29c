using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ZooKeeper.Client.Sessions;

namespace ZooKeeper.Client;

/// <summary>
/// A client of a ZooKeeper ensemble (servers from 3.5 on): one session, kept over connections, with any number of requests under way. It is
/// safe to use by many threads. Requests take effect in the order of the calls.
/// </summary>
/// <remarks>
/// Every operation may fail with a <see cref="ZooKeeperException"/>: of the server's codes, those it names; besides,
/// <see cref="ConnectionLossException"/> (reads only after <see cref="ZooKeeperOptions.ReadRetries"/>), <see cref="SessionExpiredException"/> and
/// <see cref="AuthenticationFailedException"/>. A cancelled operation throws <see cref="OperationCanceledException"/>; a write that is cancelled may still take
/// effect. Paths are absolute and start from the connection string's chroot.
/// </remarks>
public sealed partial class ZooKeeperClient : IAsyncDisposable
{
    /// <summary>As the expected version: any.</summary>
    public const int AnyVersion = -1;

    private readonly ILogger _logger;
    private readonly Session _session;
    private readonly string _chroot;

    /// <summary>A client that connects with its first operation, or by <see cref="ConnectAsync"/>.</summary>
    /// <param name="options">How it works.</param>
    /// <param name="logger">Told of connections and sessions.</param>
    /// <exception cref="ArgumentException">An option is out of its limits.</exception>
    /// <exception cref="FormatException">The connection string is none.</exception>
    public ZooKeeperClient(ZooKeeperOptions options, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _logger = logger ?? NullLogger.Instance;
        _chroot = ZooKeeperConnectionString.Parse(options.ConnectionString).Chroot;
        _session = new(options, _logger, OnStateChanged);
    }

    /// <summary>
    /// Tells each new state, on the thread that keeps the session, which must not be blocked. <see cref="SessionState.Connected"/> comes anew for
    /// each connection.
    /// </summary>
    public event EventHandler<SessionStateChangedEventArgs>? StateChanged;

    /// <summary>How it stands.</summary>
    public SessionState State => _session.State;

    /// <summary>The session, as in <see cref="NodeStat.EphemeralOwner"/>; 0 before there is one.</summary>
    public long SessionId => _session.Identity.Id;

    /// <summary>How long the ensemble keeps the session without hearing from it; before there is one, what it will be asked for.</summary>
    public TimeSpan SessionTimeout => _session.Identity.Timeout;

    /// <summary>Waits until a server serves the session. Not needed before other operations.</summary>
    /// <exception cref="ConnectionLossException">None did within <see cref="ZooKeeperOptions.ConnectionPatience"/>; the message tells each server's failure.</exception>
    public async Task ConnectAsync(CancellationToken cancellationToken = default) => await ExistsAsync(NodePath.Root, cancellationToken);

    /// <summary>
    /// Closes the session, so that its ephemeral nodes go at once; best effort: if no server is there to hear it, the ensemble forgets the session
    /// after its timeout. Requests under way fail with <see cref="ConnectionLossException"/>, later ones with <see cref="ObjectDisposedException"/>.
    /// </summary>
    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private void OnStateChanged(SessionState state, long sessionId)
    {
        try
        {
            StateChanged?.Invoke(this, new(state, sessionId));
        }
        catch (Exception failure)
        {
            LogHandlerFailed(_logger, state, failure);
        }
    }

    private string Server(string path)
    {
        NodePath.Validate(path);
        return NodePath.Join(_chroot, path);
    }

}
