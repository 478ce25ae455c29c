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

    /// <summary>Whether ZooKeeper lets this session do nothing there, now or ever.</summary>
    internal static bool IsRefusal(ZooKeeperException exception) => exception is NoAuthException or AuthenticationFailedException or InvalidAclException;

    /// <summary>A refusal as whoever set the options understands it.</summary>
    internal OrleansConfigurationException Explain(ZooKeeperException refusal, string node)
    {
        var who = string.IsNullOrEmpty(options.DigestUser) ? "a session without a digest" : $"the digest of user '{options.DigestUser}'";
        return new($"ZooKeeper refuses {who} at {refusal.Path ?? node}: {refusal.Message} Check DigestUser and DigestPassword.", refusal);
    }

    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _disposed, 1) == 0 ? _session.GiveBackAsync() : ValueTask.CompletedTask;
}
