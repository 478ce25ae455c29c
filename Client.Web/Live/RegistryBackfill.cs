using System.Collections.Concurrent;
using ShellCorp.Live;
using ShellCorp.Matches;
using ShellCorp.Registry;

namespace ShellCorp.Web.Live;

/// <summary>Reads the matches that the registry knows and the state doesn't, each from its own grain.</summary>
internal sealed partial class RegistryBackfill(IClusterClient cluster, ILogger<RegistryBackfill> logger) : ILiveBackfill
{
    private const int AtOnce = 8;

    public async Task<LiveChanges> TryReadAsync(LiveState known, CancellationToken cancellationToken)
    {
        try
        {
            var ids = await cluster.GetGrain<IMatchRegistryGrain>(0).ListAsync(cancellationToken);
            var missing = ids.Where(id => !known.Matches.ContainsKey(id)).TakeLast(LiveStore.FinishedLimit).ToArray();
            var views = await ReadAsync(missing, cancellationToken);
            return new LiveChanges
            {
                Matches = [.. views.Select(v => v.Summary)],
                Ratings = [.. views.Where(v => v.Summary.Phase != MatchPhase.Finished).SelectMany(v => v.Ratings)],
            };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogRegistryFailed(logger, exception);
            return LiveChanges.None;
        }
    }

    private async Task<IReadOnlyCollection<MatchView>> ReadAsync(MatchId[] ids, CancellationToken cancellationToken)
    {
        var views = new ConcurrentBag<MatchView>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(ids, options, async (id, token) =>
        {
            try
            {
                var view = await cluster.GetGrain<IMatchGrain>(id.Value).GetViewAsync(token);
                if (view.Applied > 0)
                    views.Add(view);
            }
            catch (Exception exception) when (!token.IsCancellationRequested)
            {
                LogMatchFailed(logger, exception, id);
            }
        });
        return views;
    }
}
