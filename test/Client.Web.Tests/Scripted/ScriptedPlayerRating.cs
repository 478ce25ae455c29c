using System.Collections.Immutable;
using ShellCorp.Players;

namespace ShellCorp.Web.Tests.Scripted;

/// <summary>A player's ratings as the script says.</summary>
public sealed class ScriptedPlayerRating(Script script) : Grain, IPlayerRatingGrain
{
    private PlayerId Id => new(this.GetPrimaryKeyLong());

    public Task<ImmutableArray<MatchId>> GetMatchesAsync(CancellationToken cancellationToken)
    {
        script.Check();
        return Task.FromResult<ImmutableArray<MatchId>>([.. script.Ratings.Keys.Where(k => k.Item1 == Id).Select(k => k.Item2).OrderBy(m => m.Value)]);
    }

    public async Task<PlayerMatchRating?> GetRatingAsync(MatchId match, CancellationToken cancellationToken) =>
        (await ExplainAsync(match, cancellationToken))?.Rating;

    public Task<RatingExplanation?> ExplainAsync(MatchId match, CancellationToken cancellationToken)
    {
        script.Check();
        return Task.FromResult(script.Ratings.GetValueOrDefault((Id, match)));
    }
}
