using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Matches;

namespace ShellCorp.Grains.Matches;

/// <summary>What the facts of a match say, whatever order they came in.</summary>
internal static class MatchFold
{
    /// <summary>The line-up: of several the one told last by the calendar.</summary>
    public static MatchSheet? Sheet(MatchState state) => state.Facts
        .Where(fact => fact.Kind == MatchFact.LineUp)
        .OrderBy(fact => fact.OccurredAt)
        .ThenBy(fact => fact.Id, StringComparer.Ordinal)
        .LastOrDefault()?.Sheet;

    /// <summary>Teams, score, phase and clock.</summary>
    /// <param name="match">The match.</param>
    /// <param name="state">Its facts.</param>
    /// <param name="ratings">The latest moment told by a rating.</param>
    public static MatchSummary Summarize(MatchId match, MatchState state, MatchTime ratings)
    {
        var sheet = Sheet(state);
        var shootOut = IsShootOut(state);
        return new()
        {
            MatchId = match,
            Version = state.Events.Count,
            Competition = sheet?.Competition ?? "",
            KickOff = sheet?.KickOff,
            HomeTeam = sheet?.Home.TeamId,
            AwayTeam = sheet?.Away.TeamId,
            Home = sheet?.Home.Name ?? "?",
            Away = sheet?.Away.Name ?? "?",
            HomeScore = Goals(state, sheet?.Home, sheet?.Away),
            AwayScore = Goals(state, sheet?.Away, sheet?.Home),
            HomeShootOut = shootOut ? ShootOutGoals(state, sheet?.Home) : null,
            AwayShootOut = shootOut ? ShootOutGoals(state, sheet?.Away) : null,
            Phase = MatchPhases.Of(state, ratings),
            Clock = ratings > state.Clock ? ratings : state.Clock,
        };
    }

    /// <summary>Goals, cards, substitutions and periods, ascending by time.</summary>
    public static ImmutableArray<MatchUpdate> Timeline(MatchState state) =>
    [
        .. state.Facts
            .Where(fact => fact.Kind != MatchFact.LineUp)
            .OrderBy(fact => fact.Kind == MatchFact.FullTime)
            .ThenBy(fact => fact.Time)
            .ThenBy(fact => fact.OccurredAt)
            .ThenBy(fact => fact.Id, StringComparer.Ordinal),
    ];

    private static int Goals(MatchState state, TeamSheet? team, TeamSheet? other) => state.Facts.Count(fact =>
        (fact.Kind == MatchFact.Goal && IsBy(fact, team)) || (fact.Kind == MatchFact.OwnGoal && IsBy(fact, other)));

    private static int ShootOutGoals(MatchState state, TeamSheet? team) =>
        state.Facts.Count(fact => fact.Kind == MatchFact.ShootOutScored && IsBy(fact, team));

    private static bool IsShootOut(MatchState state) => state.Facts.Any(fact =>
        fact.Kind is MatchFact.ShootOutScored or MatchFact.ShootOutMissed
        || (fact.Kind == MatchFact.PeriodStart && fact.Time.Period == MatchPeriod.ShootOut));

    private static bool IsBy(MatchUpdate fact, TeamSheet? team) => team is not null && fact.TeamId == team.TeamId;
}
