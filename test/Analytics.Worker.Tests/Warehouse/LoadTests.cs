using ShellCorp.Analytics.Warehouse;
using ShellCorp.Events;
using static ShellCorp.Analytics.Tests.Warehouse.Samples;

namespace ShellCorp.Analytics.Tests.Warehouse;

public sealed class LoadTests
{
    [Fact]
    public async Task Events_of_every_topic_arrive_in_the_tables_with_their_types()
    {
        using var test = await TestWarehouse.MakeAsync();
        await test.LoadAsync(
            test.PlayerUpdates(5, Pass("a")), test.MatchUpdates(0, LineUp()), test.Ratings(7, Rating(1, 612)), test.Market(3, PitchSent(1)));

        Assert.Equal(
            ["a|PlayerUpdates|0|5|pass|False|08/01/2026 15:03:00|900|77||1|success|1|1H|3|30|50|50.25|||unknown", "line-up|MatchUpdates|0|0|lineUp|False|08/01/2026 14:00:00|900|||||0|1H|0|0|||||"],
            await test.ReadAsync("SELECT * FROM fact_event ORDER BY event_id"));
        Assert.Equal(["77|Mateo Silva|FWD|1", "78|Ola Lund|GKP|2"], await test.ReadAsync("SELECT player_id, name, role, team_id FROM dim_player ORDER BY 1"));
        Assert.Equal(["1|Harbour United", "2|Northgate"], await test.ReadAsync("SELECT team_id, name FROM dim_team ORDER BY 1"));
        Assert.Equal(["900|Example Cup|08/01/2026 15:00:00|1|2"], await test.ReadAsync("SELECT match_id, competition, kick_off, home_team_id, away_team_id FROM dim_match"));
        Assert.Equal(["77|900|1|612|True|12|1|False|2026-1|1|6"], await test.ReadAsync(
            "SELECT player_id, match_id, version, rating_hundredths, shown, minutes_played, own_events, final, weights, shooting, presence FROM fact_rating"));
        Assert.Equal(["market/77/1|pitch-sent|71|1|1500000"], await test.ReadAsync("SELECT event_id, kind, agent_id, club_id, price FROM fact_market"));
        Assert.Equal(["77|900|1|1|1|1|612"], await test.ReadAsync(
            "SELECT player_id, match_id, own_events, passes, passes_arrived, assists, rating_hundredths FROM agg_player_match"));
        Assert.Equal(6, (await test.Warehouse.GetPositionsAsync(TestContext.Current.CancellationToken))[new(Topics.PlayerUpdates, 0)]);
    }

    [Fact]
    public async Task A_range_that_is_loaded_again_changes_nothing()
    {
        using var test = await TestWarehouse.MakeAsync();
        LandedFile[] files = [test.PlayerUpdates(0, Pass("a"), Pass("b")), test.Ratings(0, Rating(1, 612))];
        Assert.Equal([LoadOutcome.Loaded, LoadOutcome.Loaded], await test.LoadAsync(files));
        var before = await AllAsync(test);

        Assert.Equal([LoadOutcome.AlreadyLoaded, LoadOutcome.AlreadyLoaded], await test.LoadAsync(files));

        Assert.Equal(before, await AllAsync(test));
    }

    [Fact]
    public async Task One_file_that_many_load_at_once_counts_once()
    {
        using var test = await TestWarehouse.MakeAsync();
        var file = test.PlayerUpdates(0, [.. Enumerable.Range(0, 500).Select(i => Pass($"e{i}"))]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => test.LoadAsync(file))));

        Assert.Single(outcomes, outcome => outcome[0] == LoadOutcome.Loaded);
        Assert.Equal(["500|500"], await test.ReadAsync("SELECT count(*), count(DISTINCT event_id) FROM fact_event"));
        Assert.Equal(["500"], await test.ReadAsync("SELECT own_events FROM agg_player_match"));
    }

    [Theory]
    [InlineData(1, "overlap what is loaded")]
    [InlineData(3, "what comes before them is missing")]
    public async Task A_range_that_does_not_begin_at_the_ledgers_next_is_refused_with_all_of_its_load(long first, string reason)
    {
        using var test = await TestWarehouse.MakeAsync();
        await test.LoadAsync(test.PlayerUpdates(0, Pass("a"), Pass("b")));
        var before = await AllAsync(test);

        var refused = await Assert.ThrowsAsync<RangeRefusedException>(
            () => test.LoadAsync(test.Ratings(0, Rating(1, 612)), test.PlayerUpdates(first, Pass("c"), Pass("d"))));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Equal((new LogPartition(Topics.PlayerUpdates, 0), 2L), (refused.Partition, refused.Expected));
        Assert.Equal(before, await AllAsync(test));
    }

    [Fact]
    public async Task An_event_that_stands_in_the_log_twice_counts_once_and_the_first_one_wins()
    {
        using var test = await TestWarehouse.MakeAsync();
        await test.LoadAsync(test.PlayerUpdates(0, Pass("a", minute: 1), Pass("a", minute: 2)));
        await test.LoadAsync(test.PlayerUpdates(2, Pass("a", minute: 3), Pass("b", minute: 4)));

        Assert.Equal(["a|0|1", "b|3|4"], await test.ReadAsync("SELECT event_id, log_offset, clock_minute FROM fact_event ORDER BY 1"));
    }

    [Fact]
    public async Task Names_are_those_of_the_latest_line_up_in_whatever_order_line_ups_come()
    {
        using var test = await TestWarehouse.MakeAsync();
        var later = LineUp("later", "Mateo da Silva");
        later = later with { MatchId = new(901), Sheet = later.Sheet! with { KickOff = KickOff.AddDays(7) } };
        await test.LoadAsync(test.MatchUpdates(0, later));
        await test.LoadAsync(test.MatchUpdates(1, LineUp()));

        Assert.Equal(["Mateo da Silva|901"], await test.ReadAsync($"SELECT name, as_of_match FROM dim_player WHERE player_id = {Player}"));
        Assert.Equal(["2"], await test.ReadAsync("SELECT count(*) FROM dim_match"));
    }

    [Fact]
    public async Task What_is_trimmed_can_be_loaded_again_and_is_the_same()
    {
        using var test = await TestWarehouse.MakeAsync();
        await test.LoadAsync(test.PlayerUpdates(0, Pass("a"), Pass("b")), test.Ratings(0, Rating(1, 612)));
        await test.LoadAsync(test.PlayerUpdates(2, Pass("c"), Pass("a")), test.Ratings(1, Rating(2, 640)));
        var before = await AllAsync(test);

        var from = new Dictionary<LogPartition, long> { [new(Topics.PlayerUpdates, 0)] = 1, [new(Topics.LiveRatingUpdates, 0)] = 0 };
        await test.Warehouse.TrimAsync(from, TestContext.Current.CancellationToken);
        Assert.Equal(["a"], await test.ReadAsync("SELECT event_id FROM fact_event"));
        Assert.Equal(["1|"], await test.ReadAsync("SELECT own_events, rating_version FROM agg_player_match"));
        await test.LoadAsync(test.PlayerUpdates(1, Pass("b"), Pass("c"), Pass("a")), test.Ratings(0, Rating(1, 612), Rating(2, 640)));

        Assert.Equal(before[..^1], (await AllAsync(test))[..^1]);
    }

    [Fact]
    public async Task A_gap_of_the_log_is_noted_and_loading_goes_on_behind_it()
    {
        using var test = await TestWarehouse.MakeAsync();
        var partition = new LogPartition(Topics.PlayerUpdates, 0);
        await test.LoadAsync(test.PlayerUpdates(0, Pass("a")));
        await test.Warehouse.SkipAsync(partition, 10, TestContext.Current.CancellationToken);
        await test.LoadAsync(test.PlayerUpdates(10, Pass("b")));

        Assert.Equal(["0|1|load", "1|10|gap", "10|11|load"], await test.ReadAsync("SELECT first_offset, next_offset, kind FROM load_ledger ORDER BY 1"));
        await Assert.ThrowsAsync<RangeRefusedException>(() => test.Warehouse.SkipAsync(partition, 11, TestContext.Current.CancellationToken));
    }

    private static async Task<string[]> AllAsync(TestWarehouse test) =>
    [
        .. await test.ReadAsync("SELECT * FROM fact_event ORDER BY event_id"),
        .. await test.ReadAsync("SELECT * FROM fact_rating ORDER BY event_id"),
        .. await test.ReadAsync("SELECT * FROM agg_player_match ORDER BY 1, 2"),
        string.Join(';', await test.ReadAsync("SELECT topic, log_partition, first_offset, next_offset, location, loaded_at FROM load_ledger ORDER BY 1, 2, 3")),
    ];
}
