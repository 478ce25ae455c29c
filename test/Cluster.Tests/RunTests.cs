using Microsoft.Extensions.DependencyInjection;
using ShellCorp.AppHost.Reports;
using ShellCorp.AppHost.Running;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Events;
using ShellCorp.Feeds;
using ShellCorp.Feeds.Wyscout;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.Cluster.Tests;

/// <summary>Whole runs, as the command line makes them.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task Simulated_matches_give_the_counted_result_and_the_same_ratings_on_one_silo_and_on_three()
    {
        var matches = await Feeding.SimulateAsync(seed: 7, matches: 4);
        var one = await RunAsync(new FixedFeed(matches), silos: 1);
        var three = await RunAsync(new FixedFeed(matches), silos: 3);

        Check(one, [.. matches.Select(ExpectedMatch.Of)]);
        Assert.Equal(one.Ratings, three.Ratings);
        Assert.Equal(one.Matches, three.Matches);
    }

    [Fact]
    public async Task A_whole_tournament_gives_the_counted_result_and_the_same_ratings_on_one_silo_and_on_three()
    {
        var folder = SharedData.Find("wyscout-worldcup2018");
        Assert.SkipWhen(folder is null, "There is no folder shared/data/wyscout-worldcup2018 beside the checkout.");
        var feed = new WyscoutFeed(folder);
        var expected = new List<ExpectedMatch>();
        await foreach (var match in feed.ReadAsync(CancellationToken.None))
            expected.Add(ExpectedMatch.Of(match));

        var one = await RunAsync(feed, silos: 1);
        var three = await RunAsync(feed, silos: 3);

        Assert.Equal(101_759, one.Events.Read);
        Check(one, expected);
        Assert.Equal(one.Ratings, three.Ratings);
        Assert.Equal(one.Matches, three.Matches);
    }

    private static void Check(RunReport report, List<ExpectedMatch> expected)
    {
        Assert.Equal((report.Events.Read, 0L), (report.Events.Accepted, report.Events.Rejected));
        Assert.Equal(expected.Sum(match => (long)match.PlayerRecords), report.Records[Topics.PlayerUpdates]);
        Assert.Equal(expected.Sum(match => (long)match.MatchRecords), report.Records[Topics.MatchUpdates]);
        Assert.Equal(report.Records[Topics.PlayerUpdates], report.Applied[Topics.PlayerUpdates]);
        Assert.Equal(report.Records[Topics.MatchUpdates], report.Applied[Topics.MatchUpdates]);
        Assert.Equal((0L, 0L, 0L), (report.Duplicates, report.DeadLettered, report.Lag));
        Assert.Equal(
            expected.Select(match => (match.MatchId.Value, match.HomeScore, match.AwayScore)).Order(),
            report.Matches.Select(match => (match.MatchId, match.HomeScore, match.AwayScore)));
        Assert.Equal(Lines(expected), report.Ratings.Select(line => (line.MatchId, line.PlayerId, line.Events, line.Version, line.MinutesPlayed)));
    }

    private static IEnumerable<(long Match, long Player, int Events, int Version, int Minutes)> Lines(List<ExpectedMatch> expected) =>
        from match in expected
        from player in match.Updates.Keys
        where match.WasOnPitch(player) || match.Events.ContainsKey(player)
        orderby match.MatchId.Value, player.Value
        select (match.MatchId.Value, player.Value, match.Events.GetValueOrDefault(player), match.Updates[player], match.MinutesOf(player));

    private static async Task<RunReport> RunAsync(IMatchFeed feed, int silos)
    {
        await using var system = await EmbeddedSystem.StartAsync(silos, port: 0, CancellationToken.None);
        var grains = system.Services.GetRequiredService<IGrainFactory>();
        var log = system.Services.GetRequiredService<LogInspector>();
        var kafka = system.Services.GetRequiredService<KafkaOptions>();
        var result = await Feeding.Runner(grains).RunAsync(feed, CancellationToken.None);
        await new Quiescence(log, kafka, TimeProvider.System).WaitAsync(_ => { }, CancellationToken.None);
        return await new ReportBuilder(grains, log, kafka).BuildAsync(result, TimeSpan.Zero, CancellationToken.None);
    }
}
