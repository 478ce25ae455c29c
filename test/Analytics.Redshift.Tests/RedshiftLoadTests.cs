using ShellCorp.Analytics.Warehouse;
using ShellCorp.Events;
using static ShellCorp.Analytics.Tests.Warehouse.Samples;

namespace ShellCorp.Analytics.Redshift.Tests;

/// <summary>The same model as in the embedded warehouse, by another way. They run unchanged with a real Spark.</summary>
public sealed class RedshiftLoadTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_of_every_topic_are_the_same_rows_as_in_the_embedded_warehouse()
    {
        await using var test = await RedshiftTest.MakeAsync(servers);
        await test.LoadBothAsync(
            test.Twin.PlayerUpdates(5, Pass("a"), Pass("it's", minute: 4)), test.Twin.MatchUpdates(0, LineUp()), test.Twin.Ratings(7, Rating(1, 612)), test.Twin.Market(3, PitchSent(1)));
        await test.LoadBothAsync(test.Twin.PlayerUpdates(7, Pass("a", minute: 9), Pass("b")), test.Twin.MatchUpdates(1, LineUp("again", "Mateo da Silva")), test.Twin.Ratings(8, Rating(2, 640)));

        await test.AssertSameAsTwinAsync();
        Assert.Equal(["a|5", "b|8", "it's|6"], await test.ReadAsync("SELECT event_id, log_offset FROM fact_event WHERE topic = 'PlayerUpdates' ORDER BY 1"));
        Assert.Equal(9, (await test.Warehouse.GetPositionsAsync(Token))[new(Topics.PlayerUpdates, 0)]);
        Assert.Empty(await test.ReadAsync("SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'staging%'"));
    }

    [Fact]
    public async Task A_range_that_is_loaded_again_changes_nothing()
    {
        await using var test = await RedshiftTest.MakeAsync(servers);
        LandedFile[] files = [test.Twin.PlayerUpdates(0, Pass("a"), Pass("b")), test.Twin.Ratings(0, Rating(1, 612))];
        await test.LoadBothAsync(files);
        await test.LoadBothAsync(files);
        await test.AssertSameAsTwinAsync();
    }

    [Fact]
    public async Task One_file_that_many_load_at_once_counts_once()
    {
        await using var test = await RedshiftTest.MakeAsync(servers);
        var file = test.Twin.PlayerUpdates(0, [.. Enumerable.Range(0, 200).Select(i => Pass($"e{i}"))]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => test.LoadAsync(file), Token)));

        Assert.Single(outcomes, outcome => outcome[0] == LoadOutcome.Loaded);
        await test.Twin.LoadAsync(file);
        await test.AssertSameAsTwinAsync();
    }

    [Theory]
    [InlineData(1, "overlap what is loaded")]
    [InlineData(3, "what comes before them is missing")]
    public async Task A_range_that_does_not_begin_at_the_ledgers_next_is_refused_with_all_of_its_load(long first, string reason)
    {
        await using var test = await RedshiftTest.MakeAsync(servers);
        await test.LoadBothAsync(test.Twin.PlayerUpdates(0, Pass("a"), Pass("b")));

        var refused = await Assert.ThrowsAsync<RangeRefusedException>(
            () => test.LoadAsync(test.Twin.Ratings(0, Rating(1, 612)), test.Twin.PlayerUpdates(first, Pass("c"), Pass("d"))));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        await test.AssertSameAsTwinAsync();
    }

    [Fact]
    public async Task Trimming_and_gaps_leave_the_same_as_in_the_embedded_warehouse()
    {
        await using var test = await RedshiftTest.MakeAsync(servers);
        await test.LoadBothAsync(test.Twin.PlayerUpdates(0, Pass("a"), Pass("b")), test.Twin.Ratings(0, Rating(1, 612)), test.Twin.MatchUpdates(0, LineUp()));
        await test.LoadBothAsync(test.Twin.PlayerUpdates(2, Pass("c"), Pass("a")), test.Twin.Ratings(1, Rating(2, 640)));
        var from = new Dictionary<LogPartition, long> { [new(Topics.PlayerUpdates, 0)] = 1, [new(Topics.LiveRatingUpdates, 0)] = 1, [new(Topics.MatchUpdates, 0)] = 0 };
        foreach (var warehouse in (IWarehouse[])[test.Warehouse, test.Twin.Warehouse])
        {
            await warehouse.TrimAsync(from, Token);
            await warehouse.SkipAsync(new(Topics.PlayerUpdates, 0), 10, Token);
            await Assert.ThrowsAsync<RangeRefusedException>(() => warehouse.SkipAsync(new(Topics.PlayerUpdates, 0), 10, Token));
        }

        await test.LoadBothAsync(test.Twin.PlayerUpdates(10, Pass("d")));
        await test.AssertSameAsTwinAsync();
    }

    [Fact]
    public async Task Parameters_and_values_are_those_of_the_embedded_warehouse()
    {
        await using var test = await RedshiftTest.MakeAsync(servers);
        await test.LoadBothAsync(test.Twin.PlayerUpdates(0, Pass("a", minute: 1), Pass("b", minute: 2), Pass("c", minute: 3)));
        const string Sql = "SELECT event_id, occurred_at, x, derived, log_offset, clock_minute FROM fact_event WHERE occurred_at > $1 AND match_id = $2 AND event_id <> $3 AND y < $4 AND derived = $5";
        object[] parameters = [KickOff.AddMinutes(1).UtcDateTime, Match, "c", 99.5, false];

        var expected = Assert.Single((await test.Twin.Warehouse.QueryAsync(Sql, parameters, Token)).Rows);
        Assert.Equal(expected, Assert.Single((await test.Warehouse.QueryAsync(Sql, parameters, Token)).Rows));
    }
}
