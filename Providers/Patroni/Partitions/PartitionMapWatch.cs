using Microsoft.Extensions.Logging;

namespace Patroni.Partitions;

/// <summary>Keeps the map that was seen last. While ZooKeeper can't be asked it may be out of date; the databases then refuse what is no longer theirs.</summary>
internal sealed class PartitionMapWatch(PartitionMapNode node, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PartitionMap? _map;

    public PartitionMap? Map => Volatile.Read(ref _map);

    /// <summary>The map, once there is one.</summary>
    public async ValueTask<PartitionMap> MapAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (Map is { } map)
            return map;
        try
        {
            await _known.Task.WaitAsync(patience, clock, cancellationToken);
        }
        catch (TimeoutException late)
        {
            throw new PartitionMapException($"ZooKeeper has shown no partition map for {patience}.", late);
        }

        return Map!;
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var (map, changed) = await node.WatchAsync(cancellationToken);
                if (map is not null)
                {
                    Volatile.Write(ref _map, map);
                    _known.TrySetResult();
                }

                await changed.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogMapNotWatched(failure.Message);
                await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
