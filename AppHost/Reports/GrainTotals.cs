using System.Collections.Immutable;
using ShellCorp.Matches;
using ShellCorp.Players;
using ShellCorp.Registry;

namespace ShellCorp.AppHost.Reports;

/// <summary>What the grains hold: every known match and every player's rating in it.</summary>
/// <param name="Matches">Ascending by id.</param>
/// <param name="Ratings">Ascending by match and player.</param>
internal sealed record GrainTotals(ImmutableArray<MatchView> Matches, ImmutableArray<PlayerMatchRating> Ratings)
{
    public static async Task<GrainTotals> ReadAsync(IGrainFactory grains, CancellationToken cancellationToken)
    {
        var matches = ImmutableArray.CreateBuilder<MatchView>();
        var ratings = ImmutableArray.CreateBuilder<PlayerMatchRating>();
        foreach (var match in await grains.GetGrain<IMatchRegistryGrain>(0).ListAsync(cancellationToken))
        {
            var view = await grains.GetGrain<IMatchGrain>(match.Value).GetViewAsync(cancellationToken);
            matches.Add(view);
            var players = await Task.WhenAll(view.Ratings.Select(rating =>
                grains.GetGrain<IPlayerRatingGrain>(rating.PlayerId.Value).GetRatingAsync(match, cancellationToken)));
            ratings.AddRange(players.OfType<PlayerMatchRating>());
        }

        return new(matches.ToImmutable(), ratings.ToImmutable());
    }
}
