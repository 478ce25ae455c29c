using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using ZooKeeper.Client;

namespace Orleans.Runtime.Membership;

/// <summary>One holder's share of a session, given back once.</summary>
internal sealed class SessionHolder(ZooKeeperConnectionOptions options, ILogger logger) : IAsyncDisposable
{
    private readonly SharedSession _session = SharedSession.Rent(SessionSettings.From(options), logger);
    private int _disposed;

    /// <exception cref="ObjectDisposedException">The holder has given its share back.</exception>
    internal ZooKeeperClient Client
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, typeof(ZooKeeperClient));
            return _session.Client;
        }
    }

    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _disposed, 1) == 0 ? _session.GiveBackAsync() : ValueTask.CompletedTask;
}
