using Microsoft.Extensions.Caching.Memory;
using ShellCorp.Matches;

namespace ShellCorp.Web.Matches;

/// <summary>
/// Line-ups and timelines of matches as their grains tell them, read once a version for all browsers: pages of the same match share one call.
/// </summary>
public sealed class MatchViews(IGrainFactory grains) : IDisposable
{
    private readonly MemoryCache _slots = new(new MemoryCacheOptions { SizeLimit = 1000 });

    /// <summary>What is cached, without a call; null where nothing is.</summary>
    public MatchView? Find(MatchId match) => _slots.Get<MatchViewSlot>(match)?.Latest;

    /// <summary>The view of a match, or null where the cluster knows no fact of it.</summary>
    /// <param name="match">The match.</param>
    /// <param name="atLeast">Match facts that the view must know of; a cached one that does is returned without a call.</param>
    /// <param name="cancellationToken">Ends the wait, not the call that others may share.</param>
    public async Task<MatchView?> GetAsync(MatchId match, int atLeast, CancellationToken cancellationToken)
    {
        var slot = _slots.GetOrCreate(match, entry =>
        {
            entry.Size = 1;
            return new MatchViewSlot(() => grains.GetGrain<IMatchGrain>(match.Value).GetViewAsync(CancellationToken.None));
        })!;
        var view = await slot.GetAsync(atLeast).WaitAsync(cancellationToken);
        // The call that was joined may have begun before the wanted fact; one that begins now can't have.
        return view is null || view.Summary.Version >= atLeast ? view : await slot.GetAsync(atLeast).WaitAsync(cancellationToken);
    }

    public void Dispose() => _slots.Dispose();
}
