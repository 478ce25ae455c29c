using Oltp.Sessions;
using ShellCorp.Matches;
using ShellCorp.Players;
using ShellCorp.Registry;

namespace ShellCorp.Silo.Projection.Commands;

/// <summary>Compares the projection with the grains: each player's rating in each match, and each match's result.</summary>
internal sealed class ProjectionComparison(IOltpDatabase database, IGrainFactory grains, TimeProvider time)
{
    private const int MatchesAtOnce = 50;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>What differs, a line each. What differs because it is on its way is looked at again.</summary>
    /// <param name="patience">For how long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> CompareAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        var matches = await MatchesAsync(cancellationToken);
        while (true)
        {
            var differences = await CompareAsync(matches, cancellationToken);
            if (differences.Count == 0 || time.GetElapsedTime(since) >= patience)
                return [.. differences.Values.SelectMany(lines => lines)];
            await Task.Delay(Interval, time, cancellationToken);
            matches = [.. differences.Keys];
        }
    }

    /// <summary>The matches that either side knows.</summary>
    private async Task<long[]> MatchesAsync(CancellationToken cancellationToken)
    {
        var known = await grains.GetGrain<IMatchRegistryGrain>(0).ListAsync(cancellationToken);
        var stored = await ListAsync<long>("SELECT match_id FROM match_result UNION SELECT match_id FROM player_rating", new { }, cancellationToken);
        return [.. known.Select(match => match.Value).Union(stored).Order()];
    }

    private async Task<SortedDictionary<long, List<string>>> CompareAsync(long[] matches, CancellationToken cancellationToken)
    {
        var differences = new SortedDictionary<long, List<string>>();
        foreach (var some in matches.Chunk(MatchesAtOnce))
        {
            var ratings = (await RatingsAsync(some, cancellationToken)).ToLookup(row => row.MatchId);
            var results = (await ResultsAsync(some, cancellationToken)).ToDictionary(row => row.MatchId);
            foreach (var match in some)
            {
                List<string> lines = [.. await CompareAsync(match, results.GetValueOrDefault(match), ratings[match].ToDictionary(row => row.PlayerId), cancellationToken)];
                if (lines.Count > 0)
                    differences[match] = lines;
            }
        }

        return differences;
    }

    private async Task<IEnumerable<string>> CompareAsync(long match, ResultRow? result, Dictionary<long, RatingRow> ratings, CancellationToken cancellationToken)
    {
        var view = await grains.GetGrain<IMatchGrain>(match).GetViewAsync(cancellationToken);
        var squads = view.Sheet is { } sheet ? sheet.Home.Squad.Concat(sheet.Away.Squad).Select(player => player.PlayerId.Value) : [];
        var players = ratings.Keys.Union(squads).Union(view.Ratings.Select(rating => rating.PlayerId.Value)).Order();
        var compared = await Task.WhenAll(players.Select(async player =>
        {
            var rating = await grains.GetGrain<IPlayerRatingGrain>(player).GetRatingAsync(new(match), cancellationToken);
            return (What: $"rating of player {player} in match {match}", Difference: Differences.OfRating(ratings.GetValueOrDefault(player), rating));
        }));
        return compared.Prepend((What: $"result of match {match}", Difference: Differences.OfResult(result, view.Summary)))
            .Where(each => each.Difference.Length > 0)
            .Select(each => $"{each.What}: {each.Difference}");
    }

    private Task<IReadOnlyList<RatingRow>> RatingsAsync(long[] matches, CancellationToken cancellationToken) => ListAsync<RatingRow>(
        """
        SELECT player_id AS PlayerId, match_id AS MatchId, version AS Version, team_id AS TeamId, rating AS Rating, is_shown AS IsShown, minutes AS Minutes,
            events AS Events, is_final AS IsFinal, weights AS Weights
        FROM player_rating WHERE match_id IN @matches
        """,
        new { matches },
        cancellationToken);

    private Task<IReadOnlyList<ResultRow>> ResultsAsync(long[] matches, CancellationToken cancellationToken) => ListAsync<ResultRow>(
        """
        SELECT match_id AS MatchId, home_id AS HomeId, away_id AS AwayId, home_score AS HomeScore, away_score AS AwayScore,
            home_shoot_out AS HomeShootOut, away_shoot_out AS AwayShootOut, is_final AS IsFinal
        FROM match_result WHERE match_id IN @matches
        """,
        new { matches },
        cancellationToken);

    private Task<IReadOnlyList<T>> ListAsync<T>(string sql, object parameters, CancellationToken cancellationToken) =>
        database.RunAsync(session => session.ListAsync<T>(sql, parameters), cancellationToken);
}
