using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using ZooKeeper.Client;

namespace Orleans.Runtime.Membership;

/// <summary>One holder's share of a session, given back once.</summary>
internal sealed class SessionHolder(ZooKeeperConnectionOptions options, ILogger logger) : IAsyncDisposable
{
    // A session lives for seconds at least: who has lost as many has lost ZooKeeper.
    private const int Sessions = 3;

    private readonly SharedSession _session = SharedSession.Rent(SessionSettings.From(options), logger);
    private int _disposed;

    /// <summary>
    /// Does something with the client, once more if its session has expired: no operation that fails so has taken effect, and nothing of a table
    /// depends on a session.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The holder has given its share back.</exception>
    internal async Task<T> RunAsync<T>(Func<ZooKeeperClient, Task<T>> operation)
    {
        for (var attempt = 1; ; attempt++)
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, typeof(ZooKeeperClient));
            try
            {
                return await operation(_session.Client);
            }
            catch (SessionExpiredException) when (attempt < Sessions)
            {
                continue;
            }
        }
    }

    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _disposed, 1) == 0 ? _session.GiveBackAsync() : ValueTask.CompletedTask;
}
