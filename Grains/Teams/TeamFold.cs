using System.Collections.Immutable;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Teams;

/// <summary>What a team's ratings say, whatever order they came in.</summary>
internal static class TeamFold
{
    private const int FormLength = 5;

    /// <summary>A team's average in a match: of those who played, weighted by minutes.</summary>
    public static TeamMatch Summarize(MatchId match, TeamMatchState state)
    {
        ImmutableArray<TeamRating> played = [.. state.Ratings.Where(rating => rating.Minutes > 0)];
        return new()
        {
            MatchId = match,
            AverageHundredths = Mean(played.Sum(rating => (long)rating.Hundredths * rating.Minutes), played.Sum(rating => (long)rating.Minutes)),
            Players = played.Length,
            Final = !played.IsEmpty && played.All(rating => rating.Final),
            OccurredAt = state.OccurredAt,
        };
    }

    /// <summary>All that is known of a team.</summary>
    public static TeamView View(TeamId team, TeamIndex index, IReadOnlyDictionary<MatchId, TeamMatchState> states)
    {
        ImmutableArray<TeamMatch> matches =
        [
            .. states.Select(state => Summarize(state.Key, state.Value))
                .OrderByDescending(match => match.OccurredAt)
                .ThenByDescending(match => match.MatchId.Value),
        ];
        ImmutableArray<int> averages = [.. matches.Where(match => match.Players > 0).Select(match => match.AverageHundredths)];
        return new()
        {
            Matches = matches,
            Summary = new()
            {
                TeamId = team,
                Version = states.Values.Sum(state => (long)state.Version) + index.Names,
                Name = index.Name ?? team.ToString(),
                AverageHundredths = Mean(averages.Sum(average => (long)average), averages.Length),
                Form = [.. averages.Take(FormLength)],
                Matches = averages.Length,
            },
        };
    }

    private static int Mean(long sum, long count) => count == 0 ? 0 : (int)((sum + (count / 2)) / count);
}
