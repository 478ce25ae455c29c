using ShellCorp.Events;
using ShellCorp.Matches;

namespace ShellCorp.Web.Tests.Scripted;

/// <summary>A match that is what the script says.</summary>
public sealed class ScriptedMatch(Script script) : Grain, IMatchGrain
{
    private MatchId Id => new(this.GetPrimaryKeyLong());

    public Task<MatchSheet?> GetSheetAsync(CancellationToken cancellationToken) =>
        Task.FromResult(script.Matches.GetValueOrDefault(Id)?.Sheet);

    public Task<MatchView> GetViewAsync(CancellationToken cancellationToken)
    {
        script.Check();
        return Task.FromResult(script.Matches.TryGetValue(Id, out var view) ? view with { Ratings = script.RatingsOf(Id) } : Unknown());
    }

    private MatchView Unknown() => new()
    {
        Summary = new() { MatchId = Id, Version = 0, Competition = "", Home = "?", Away = "?", HomeScore = 0, AwayScore = 0, Phase = MatchPhase.Scheduled, Clock = default },
        Ratings = [],
        Timeline = [],
        Applied = 0,
        Duplicates = 0,
    };
}
