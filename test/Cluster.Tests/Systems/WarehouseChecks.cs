using ShellCorp.Analytics.DuckDb;
using ShellCorp.AppHost.Reports;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Feeds;

namespace ShellCorp.Cluster.Tests.Systems;

/// <summary>Holds the warehouse that a run has left against its report and its feed.</summary>
internal static class WarehouseChecks
{
    private const string Last = """
        SELECT match_id, player_id, version, rating_hundredths FROM (
          SELECT *, row_number() OVER (PARTITION BY match_id, player_id ORDER BY version DESC) AS place FROM fact_rating) AS ranked
        WHERE place = 1 ORDER BY match_id, player_id
        """;

    private const string Windows = """
        SELECT count(*) FROM agg_player_window WHERE scope = 'player'
        """;

    // The windows, computed anew from the facts.
    private const string Batch = """
        SELECT 'player' AS scope, player_id AS scope_id, start, log_partition, CAST(sum(rating_hundredths) AS BIGINT) AS rating_sum, count(*) AS ratings
        FROM (
          SELECT *, row_number() OVER (PARTITION BY log_partition, start, match_id, player_id ORDER BY version DESC) AS place
          FROM (SELECT *, time_bucket(INTERVAL 5 MINUTE, occurred_at) AS start FROM fact_rating) AS bucketed) AS ranked
        WHERE place = 1 GROUP BY 2, 3, 4
        """;

    public static async Task MustBeAsync(string path, RunReport report, IReadOnlyList<FeedMatch> feed)
    {
        using var warehouse = new DuckDbWarehouse(new() { Path = path }, TimeProvider.System);
        Assert.Equal(report.Events.Accepted, await CountAsync("SELECT count(*) FROM fact_event WHERE NOT derived AND topic = 'PlayerUpdates'"));
        Assert.Equal(report.Records[Topics.PlayerUpdates] + report.Records[Topics.MatchUpdates], await CountAsync("SELECT count(*) FROM fact_event"));
        Assert.Equal(
            report.Ratings.Select(line => (line.MatchId, line.PlayerId, line.Version, line.Rating)),
            (await ReadAsync(Last)).Where(row => report.Ratings.Any(line => line.MatchId == (long)row[0]! && line.PlayerId == (long)row[1]!))
                .Select(row => ((long)row[0]!, (long)row[1]!, (int)row[2]!, (int)row[3]! / 100m)));
        Assert.Equal(
            KindsOf(feed),
            (await ReadAsync("SELECT kind, count(*) FROM fact_event WHERE NOT derived GROUP BY topic, kind")).Select(row => $"{row[0]} {row[1]}").Order());
        Assert.Equal(await CountAsync(Windows), await CountAsync(
            $"SELECT count(*) FROM ({Batch}) b JOIN agg_player_window w ON w.scope = b.scope AND w.scope_id = b.scope_id AND w.window_start = b.start "
            + "AND w.log_partition = b.log_partition AND w.rating_sum = b.rating_sum AND w.ratings = b.ratings"));
        Assert.Equal(await CountAsync(Windows), await CountAsync($"SELECT count(*) FROM ({Batch}) b"));

        async Task<IReadOnlyList<object?[]>> ReadAsync(string sql) =>
            (await warehouse.QueryAsync(sql, [], TestContext.Current.CancellationToken)).Rows;

        async Task<long> CountAsync(string sql) => (long)(await ReadAsync(sql))[0][0]!;
    }

    private static IEnumerable<string> KindsOf(IReadOnlyList<FeedMatch> feed) => feed.SelectMany(match => match.Steps)
        .SelectMany(step => step.PlayerUpdates.Select(update => (update.Id, Kind: WireNames.Actions.Of(update.Kind), Topic: Topics.PlayerUpdates))
            .Concat(step.MatchUpdates.Select(update => (update.Id, Kind: WireNames.Facts.Of(update.Kind), Topic: Topics.MatchUpdates))))
        .DistinctBy(item => item.Id)
        .GroupBy(item => (item.Topic, item.Kind))
        .Select(group => $"{group.Key.Kind} {group.Count()}")
        .Order();
}
