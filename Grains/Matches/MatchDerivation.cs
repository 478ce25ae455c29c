using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Grains.Matches;

/// <summary>
/// What the facts of a match mean for players. The result for more facts contains the result for fewer, and an id stands for one content: so
/// the order of facts doesn't matter and nothing need ever be taken back. That is why a line-up that corrects another one adds its starters to
/// the former's.
/// </summary>
internal static class MatchDerivation
{
    /// <summary>The updates that follow from a set of facts, each once.</summary>
    public static IEnumerable<PlayerUpdate> Derive(IReadOnlyCollection<MatchUpdate> facts) =>
        facts.SelectMany(OfFactAlone).Concat(OfSquads(facts)).DistinctBy(update => update.Id);

    /// <summary>The updates that follow from all facts and didn't from the first ones.</summary>
    public static ImmutableArray<PlayerUpdate> Derive(ImmutableArray<MatchUpdate> facts, int known)
    {
        if (known == facts.Length)
            return [];

        var before = Derive(facts[..known]).Select(update => update.Id).ToHashSet();
        return [.. Derive((IReadOnlyCollection<MatchUpdate>)facts).Where(update => !before.Contains(update.Id))];
    }

    private static IEnumerable<PlayerUpdate> OfFactAlone(MatchUpdate fact) => (fact.Kind, fact.PlayerId) switch
    {
        (MatchFact.Goal, { } player) => [DerivedUpdate.Of(fact, PlayerAction.Goal, player, fact.TeamId)],
        (MatchFact.OwnGoal, { } player) => [DerivedUpdate.Of(fact, PlayerAction.OwnGoal, player, fact.TeamId)],
        (MatchFact.YellowCard, { } player) => [DerivedUpdate.Of(fact, PlayerAction.YellowCard, player, fact.TeamId)],
        (MatchFact.SecondYellowCard or MatchFact.RedCard, { } player) => [DerivedUpdate.Of(fact, PlayerAction.SentOff, player, fact.TeamId)],
        (MatchFact.Substitution, { } player) => [DerivedUpdate.Of(fact, PlayerAction.WentOff, player, fact.TeamId)],
        _ => [],
    };

    private static IEnumerable<PlayerUpdate> OfSquads(IReadOnlyCollection<MatchUpdate> facts) =>
        from lineUp in facts
        where lineUp.Sheet is not null
        from update in OfSquads(lineUp, facts)
        select update;

    private static IEnumerable<PlayerUpdate> OfSquads(MatchUpdate lineUp, IReadOnlyCollection<MatchUpdate> facts)
    {
        var sheet = lineUp.Sheet!;
        foreach (var (team, player) in Starters(sheet))
            yield return DerivedUpdate.Start(lineUp, team, player);

        foreach (var (fact, team, player) in Substitutes(sheet, facts))
            yield return DerivedUpdate.On(fact, team, player);

        var involved = Starters(sheet).Concat(Substitutes(sheet, facts).Select(one => (one.Team, one.Player))).ToList();
        foreach (var fact in facts)
        {
            foreach (var (team, player) in involved)
            {
                if (ForInvolved(fact, team, sheet) is { } kind)
                    yield return DerivedUpdate.Of(fact, kind, player.PlayerId, team);
            }
        }
    }

    private static PlayerAction? ForInvolved(MatchUpdate fact, TeamId team, MatchSheet sheet) => fact.Kind switch
    {
        MatchFact.FullTime => PlayerAction.FullTime,
        MatchFact.Goal when Plays(fact, sheet) => fact.TeamId == team ? PlayerAction.TeamScored : PlayerAction.TeamConceded,
        MatchFact.OwnGoal when Plays(fact, sheet) => fact.TeamId == team ? PlayerAction.TeamConceded : PlayerAction.TeamScored,
        _ => null,
    };

    private static bool Plays(MatchUpdate fact, MatchSheet sheet) => fact.TeamId is { } team && sheet.Of(team) is not null;

    private static IEnumerable<(TeamId Team, SquadPlayer Player)> Starters(MatchSheet sheet) =>
        from team in (IEnumerable<TeamSheet>)[sheet.Home, sheet.Away]
        from player in team.Squad
        where player.Starts
        select (team.TeamId, player);

    private static IEnumerable<(MatchUpdate Fact, TeamId Team, SquadPlayer Player)> Substitutes(
        MatchSheet sheet, IReadOnlyCollection<MatchUpdate> facts)
    {
        foreach (var fact in facts)
        {
            if (fact is { Kind: MatchFact.Substitution, PlayerInId: { } playerIn } && sheet.Find(playerIn) is { } found && found.Team.TeamId == fact.TeamId)
                yield return (fact, found.Team.TeamId, found.Player);
        }
    }
}
