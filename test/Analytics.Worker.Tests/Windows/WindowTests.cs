using Microsoft.Extensions.Options;
using ShellCorp.Analytics.Landing;
using ShellCorp.Analytics.Tests.Warehouse;
using ShellCorp.Analytics.Windows;
using ShellCorp.Events;
using static ShellCorp.Analytics.Tests.Warehouse.Samples;

namespace ShellCorp.Analytics.Tests.Windows;

public sealed class WindowTests
{
    // The averages of all scopes, computed anew from the facts.
    private const string Batch = """
        SELECT scope, scope_id, start, CAST(sum(rating_hundredths) AS BIGINT) AS rating_sum, count(*) AS ratings
        FROM (
          SELECT *, row_number() OVER (PARTITION BY start, match_id, player_id ORDER BY version DESC) AS place
          FROM (SELECT *, time_bucket(INTERVAL 5 MINUTE, occurred_at) AS start FROM fact_rating) AS bucketed) AS ranked,
          (VALUES ('player'), ('team'), ('match')) AS scopes(scope), LATERAL (SELECT CASE scope WHEN 'player' THEN player_id WHEN 'team' THEN team_id ELSE match_id END AS scope_id) AS ids
        WHERE place = 1 AND scope_id IS NOT NULL GROUP BY ALL ORDER BY ALL
        """;

    private const string Streamed =
        "SELECT scope, scope_id, window_start, rating_sum, ratings FROM agg_player_window ORDER BY ALL";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_is_averaged_in_stream_is_what_a_batch_finds_with_late_events_repeated_versions_and_crashes(int seed)
    {
        using var test = await TestWarehouse.MakeAsync();
        var random = new Random(seed);
        var windows = Aggregator(test);
        var known = new Dictionary<string, LiveRatingUpdate>();
        long next = 0;
        for (var load = 0; load < 25; load++)
        {
            LiveRatingUpdate[] updates = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => Any(random, load)).Select(update => known.TryAdd(update.Id, update) ? update : known[update.Id])];
            await LoadAsync(test, windows, next, updates);
            next += updates.Length;
            if (random.Next(4) == 0)
                windows = Aggregator(test);
        }

        Assert.Equal(await test.ReadAsync(Batch), await test.ReadAsync(Streamed));
        Assert.Equal(["closed", "corrected", "open"], await test.ReadAsync("SELECT DISTINCT status FROM agg_player_window ORDER BY 1"));
    }

    [Fact]
    public async Task A_late_event_counts_in_its_own_window_and_one_beyond_the_allowed_lateness_is_a_correction()
    {
        using var test = await TestWarehouse.MakeAsync();
        var windows = Aggregator(test);
        await LoadAsync(test, windows, 0, Rating(1, 600, minute: 2), Rating(2, 700, minute: 7));
        await LoadAsync(test, windows, 2, Rating(1, 800, player: 78, minute: 3));
        Assert.Equal(["900|2|1400|closed", "900|1|700|open"], await MatchWindowsAsync(test));

        await LoadAsync(test, windows, 3, Rating(3, 650, minute: 40));
        await LoadAsync(test, windows, 4, Rating(2, 900, player: 78, minute: 4));
        Assert.Equal(["900|2|1500|corrected", "900|1|700|closed", "900|1|650|open"], await MatchWindowsAsync(test));
    }

    private static Task<string[]> MatchWindowsAsync(TestWarehouse test) =>
        test.ReadAsync("SELECT scope_id, ratings, rating_sum, status FROM agg_player_window WHERE scope = 'match' ORDER BY window_start");

    private static WindowAggregator Aggregator(TestWarehouse test) => new(test.Warehouse, Options.Create(new WindowOptions()));

    // Event time goes on with the loads; every fifth event is late, some of them hours.
    private static LiveRatingUpdate Any(Random random, int load)
    {
        var rating = Rating(random.Next(1, 40), random.Next(300, 1000), player: random.Next(1, 6));
        var late = random.Next(5) == 0 ? random.Next(300) : 0;
        return rating with
        {
            RatingHundredths = 300 + ((int)(rating.PlayerId.Value * 97) + (rating.Version * 13)) % 700,
            TeamId = rating.PlayerId.Value == 5 ? null : new(rating.PlayerId.Value % 2 + 1),
            MatchId = new(Match + rating.Version % 2),
            OccurredAt = KickOff.AddMinutes(5 * load - late + random.Next(5)),
        };
    }

    private static async Task LoadAsync(TestWarehouse test, WindowAggregator windows, long first, params LiveRatingUpdate[] updates)
    {
        LandedRow<LiveRatingUpdate>[] rows = [.. updates.Select((update, i) => At(update, first + i, update.OccurredAt))];
        var changed = await windows.FoldAsync(0, rows, first + rows.Length - 1, TestContext.Current.CancellationToken);
        await test.LoadAsync(test.Ratings(first, updates) with { WindowsLocation = test.Windows(changed) });
    }
}
