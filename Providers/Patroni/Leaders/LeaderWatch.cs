using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ZooKeeper.Client;

namespace Patroni.Leaders;

/// <summary>
/// Watches who holds a scope's lock in ZooKeeper. While ZooKeeper can't be asked the last known leader stays: with <c>failsafe_mode</c> it goes on leading,
/// without it demotes itself; either way it isn't for us to replace it.
/// </summary>
internal sealed class LeaderWatch(ZooKeeperClient zooKeeper, string path, LeaderDataSource source, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var changed = await LookAsync(cancellationToken);
                await changed.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogNotWatched(source.Scope, source.Leader, failure.Message);
                await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Takes note of who leads.</summary>
    /// <returns>Completes when that may have changed.</returns>
    private async Task<Task> LookAsync(CancellationToken cancellationToken)
    {
        // A server that lags would show a leader who was replaced.
        await zooKeeper.SyncAsync(path, cancellationToken);
        var (there, changed) = await zooKeeper.ExistsAndWatchAsync($"{path}/leader", cancellationToken);
        if (there is null)
        {
            source.Follow(null);
            return changed;
        }

        var name = Encoding.UTF8.GetString((await zooKeeper.GetAsync($"{path}/leader", cancellationToken)).Data.Span);
        var member = $"{path}/members/{name}";
        var (registered, memberChanged) = await zooKeeper.ExistsAndWatchAsync(member, cancellationToken);
        if (registered is not null)
        {
            source.Follow(Read(name, (await zooKeeper.GetAsync(member, cancellationToken)).Data.Span));
            return changed;
        }

        // Its registration is a node by itself, which may go and come again while it leads.
        if (name != source.Leader?.Name)
            source.Follow(null);
        return Task.WhenAny(changed, memberChanged);
    }

    private static ScopeLeader Read(string name, ReadOnlySpan<byte> registration)
    {
        var reader = new Utf8JsonReader(registration);
        using var document = JsonDocument.ParseValue(ref reader);
        var url = new Uri(document.RootElement.GetProperty("conn_url").GetString()!);
        return new(name, url.DnsSafeHost, url.Port > 0 ? url.Port : 5432);
    }
}
