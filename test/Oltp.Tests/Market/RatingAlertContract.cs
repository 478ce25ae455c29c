using CsCheck;
using Oltp.Sessions;
using ShellCorp.Events;
using ShellCorp.Grains.Market;
using ShellCorp.Market;
using ShellCorp.Oltp.Tests.Projection;
using ShellCorp.Silo.Market;
using ShellCorp.Silo.Projection.Tables;

namespace ShellCorp.Oltp.Tests.Market;

public abstract class RatingAlertContract : MarketContract
{
    private const string Topic = "LiveRatingUpdates";

    [Fact]
    public async Task Whoever_watches_a_player_is_told_once_a_match_when_the_rating_reaches_the_threshold()
    {
        await using var scene = await WatchedAsync(await SceneAsync());
        var tables = Tables(scene, scene.Tables);

        await ApplyAsync(tables, 0, Logged.Rating(7, 100, 20, 690), Logged.Rating(7, 100, 5, 990, shown: false), Logged.Rating(8, 100, 20, 990));
        Assert.Empty(await ToldAsync(scene, new(MarketSide.Agent, 1)));
        await ApplyAsync(tables, 3, Logged.Rating(7, 100, 21, 700), Logged.Rating(7, 100, 22, 720));
        await ApplyAsync(tables, 5, Logged.Rating(7, 100, 23, 650), Logged.Rating(7, 100, 24, 810));
        await ApplyAsync(tables, 7, Logged.Rating(7, 101, 20, 700));

        Assert.Equal(["RatingReached 7 100 720", "RatingReached 7 101 700"], await ToldAsync(scene, new(MarketSide.Agent, 1)));
        Assert.Equal(["RatingReached 7 100 810"], await ToldAsync(scene, new(MarketSide.Club, 5)));
        Assert.Empty(await ToldAsync(scene, new(MarketSide.Club, 6)));
    }

    [Fact]
    public async Task Whoever_follows_a_player_is_told_of_the_form_after_each_match()
    {
        await using var scene = await WatchedAsync(await SceneAsync());
        var tables = Tables(scene, scene.Tables);

        await ApplyAsync(tables, 0, Logged.Rating(7, 100, 91, 600), Logged.Rating(8, 100, 91, 600));
        await ApplyAsync(tables, 2, Logged.Rating(7, 101, 90, 640, day: 1), Logged.Rating(7, 101, 92, 650, day: 1), Logged.Rating(7, 101, 93, 660, day: 1));

        Assert.Equal(["Form 7 100 600", "Form 7 101 630"], await ToldAsync(scene, new(MarketSide.Club, 6)));
        Assert.Equal(["Form 7 100 600", "Form 7 101 630"], await ToldAsync(scene, new(MarketSide.Agent, 1)));
    }

    [Fact]
    public async Task Whoever_watches_no_more_is_told_no_more_and_a_watch_that_makes_no_sense_is_refused()
    {
        await using var scene = await WatchedAsync(await SceneAsync());
        var desk = new DeskId(MarketSide.Agent, 1);
        Assert.Equal([new Watch { PlayerId = new(7), ThresholdHundredths = 700 }], await scene.Watches.ListAsync(desk, null, 10, default));
        await scene.Watches.RemoveAsync(desk, new(7), default);
        await scene.Watches.RemoveAsync(desk, new(7), default);

        await ApplyAsync(Tables(scene, scene.Tables), 0, Logged.Rating(7, 100, 91, 900));

        Assert.Empty(await ToldAsync(scene, desk));
        Assert.Empty(await scene.Watches.ListAsync(desk, null, 10, default));
        foreach (var threshold in new[] { 299, 1_001, -1, int.MaxValue })
            await RefusedAsync(scene, "thresholdHundredths", () => scene.Watches.AddAsync(desk, new() { PlayerId = new(7), ThresholdHundredths = threshold }, default));
        await RefusedAsync(scene, "player", () => scene.Watches.AddAsync(desk, new() { PlayerId = new(99), ThresholdHundredths = 700 }, default));
        await RefusedAsync(scene, "agent", () => scene.Watches.AddAsync(new(MarketSide.Agent, 9), new() { PlayerId = new(7), ThresholdHundredths = 700 }, default));
    }

    [Fact]
    public async Task Nothing_is_lost_and_nothing_told_twice_wherever_the_projector_fails()
    {
        await using var scene = await WatchedAsync(await SceneAsync());
        var (faults, start) = (new Queue<DatabaseFault>(), 0L);
        var tables = Tables(scene, new FaultyDatabase(scene.Tables, () => faults.TryDequeue(out var fault) ? fault : DatabaseFault.None));
        var match = 1_000L;
        var expected = new List<string>();
        await Gen.Select(Gen.Int[600, 900].Array[1, 4], Gen.Enum<DatabaseFault>().Array[0, 3]).SampleAsync(async (hundredths, failures) =>
        {
            match++;
            foreach (var fault in failures)
                faults.Enqueue(fault);
            var ratings = hundredths.Select((rating, index) => Logged.Rating(7, match, 20 + index, rating)).ToArray();
            await UntilProjectedAsync(tables, start, ratings);
            start += ratings.Length;
            if (hundredths.Max() is >= 700 and var best)
                expected.Add($"RatingReached 7 {match} {best}");
        }, iter: 25, threads: 1);

        Assert.Equal(expected, await ToldAsync(scene, new(MarketSide.Agent, 1)));
    }

    /// <summary>As the projector does: whatever fails is looked at anew, and sent again unless the position has passed it.</summary>
    private static async Task UntilProjectedAsync(ProjectionTables tables, long start, LiveRatingUpdate[] ratings)
    {
        while (true)
        {
            try
            {
                if ((await tables.ReadPositionsAsync(default)).Single().Next == start + ratings.Length)
                    return;
                await ApplyAsync(tables, start, ratings);
            }
            catch (Exception failure) when (failure is IOException or OutcomeUnknownException)
            {
                continue;
            }
        }
    }

    private static ProjectionTables Tables(MarketScene scene, IOltpDatabase database) => new(
        database, ProjectionSql.Live, (session, ratings) => RatingAlerts.NoteAsync(new MarketSession(session), Moment.Of(scene.Clock.GetUtcNow()), ratings));

    private static async Task ApplyAsync(ProjectionTables tables, long start, params LiveRatingUpdate[] ratings)
    {
        var batch = new ProjectionBatch();
        foreach (var (index, rating) in ratings.Index())
            batch.Add(Topic, 0, start, start + index, rating);
        await tables.ApplyAsync(batch, default);
    }

    /// <summary>Player 7: watched by the agent from 7.00 and by club 5 from 8.00, on the shortlist of club 6.</summary>
    private static async Task<MarketScene> WatchedAsync(MarketScene scene)
    {
        var (agent, club, other) = (await scene.AgentAsync(1), await scene.ClubAsync(5), await scene.ClubAsync(6));
        var player = await scene.PlayerAsync(7);
        await scene.PlayerAsync(8);
        await scene.Watches.AddAsync(DeskId.Of(agent), new() { PlayerId = player, ThresholdHundredths = 900 }, default);
        await scene.Watches.AddAsync(DeskId.Of(agent), new() { PlayerId = player, ThresholdHundredths = 700 }, default);
        await scene.Watches.AddAsync(DeskId.Of(club), new() { PlayerId = player, ThresholdHundredths = 800 }, default);
        await scene.Shortlists.AddAsync(other, player, "", default);
        await Tables(scene, scene.Tables).AddPositionAsync(new() { Topic = Topic, Partition = 0, Next = 0, TopicId = "" }, default);
        return scene;
    }

    private static async Task<IEnumerable<string>> ToldAsync(MarketScene scene, DeskId desk) => (await scene.Alerts.ListAsync(desk, null, 200, default)).Alerts
        .Select(alert => $"{alert.Kind} {alert.PlayerId} {alert.MatchId} {alert.RatingHundredths}").Order(StringComparer.Ordinal);
}
