using System.Collections.Immutable;
using ShellCorp.Grains.Players.Ratings;
using ShellCorp.Players;

namespace ShellCorp.Grains.Players;

/// <content>What others may ask.</content>
internal sealed partial class PlayerRatingGrain
{
    private const int ContributionsShown = 20;

    public Task<ImmutableArray<MatchId>> GetMatchesAsync(CancellationToken cancellationToken) => Task.FromResult(_ledgers.Index.Matches);

    public async Task<PlayerMatchRating?> GetRatingAsync(MatchId match, CancellationToken cancellationToken)
    {
        var ledger = await _ledgers.PeekAsync(match);
        return ledger.IsEmpty ? null : RatingOf(match, ledger);
    }

    public async Task<RatingExplanation?> ExplainAsync(MatchId match, CancellationToken cancellationToken)
    {
        var ledger = await _ledgers.PeekAsync(match);
        if (ledger.IsEmpty)
            return null;

        var (contributions, line) = RatingModel.Explain(ledger.Updates, RatingWeights.Current);
        return new()
        {
            Rating = RatingOf(match, ledger),
            Contributions = [.. contributions.Take(ContributionsShown)],
            Line = line,
        };
    }

    private PlayerMatchRating RatingOf(MatchId match, RatingLedger ledger) => new()
    {
        Live = RatingModel.ToLive(Player, match, ledger.Tally, RatingWeights.Current),
        Duplicates = ledger.Events.Duplicates,
        WasOnPitch = ledger.Tally.WasOnPitch,
    };
}
