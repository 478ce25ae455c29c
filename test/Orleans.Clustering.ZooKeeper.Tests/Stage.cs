using ZooKeeper.Client;
using ZooKeeper.Tests.Servers;

namespace Orleans.Clustering.Tests;

/// <summary>
/// Where a test of concurrency takes place: one server that stays well, or three of which the leader is killed in the midst. In the latter, an operation
/// may end with an unknown outcome, and is then looked up rather than believed.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly ZooKeeperEnsemble? _ensemble;
    private int _disasters;

    private Stage(string connectionString, ZooKeeperEnsemble? ensemble) => (ConnectionString, _ensemble) = (connectionString, ensemble);

    internal string ConnectionString { get; }

    internal static async Task<Stage> SetAsync(bool ensemble, SharedServer shared)
    {
        if (!ensemble)
            return new(shared.Server.ConnectionString, null);
        var three = await ZooKeeperEnsemble.StartAsync();
        return new(three.ConnectionString, three);
    }

    /// <summary>Kills the leader, the first time it is called.</summary>
    internal async Task DisasterAsync()
    {
        if (_ensemble is not null && Interlocked.Exchange(ref _disasters, 1) == 0)
            await (await _ensemble.LeaderAsync()).KillAsync();
    }

    /// <summary>What an operation gave; <paramref name="unknown"/> when its answer was lost.</summary>
    internal async Task<T> AttemptAsync<T>(Func<Task<T>> operation, T unknown)
    {
        try
        {
            return await operation();
        }
        catch (ConnectionLossException) when (_ensemble is not null)
        {
            return unknown;
        }
    }

    /// <summary>Repeats what may be repeated until its answer comes through.</summary>
    internal async Task<T> PersistAsync<T>(Func<Task<T>> operation)
        where T : class
    {
        while (true)
        {
            if (await AttemptAsync<T?>(async () => await operation(), unknown: null) is { } result)
                return result;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_ensemble is not null)
            await _ensemble.DisposeAsync();
    }
}
