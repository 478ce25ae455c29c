using Microsoft.Extensions.DependencyInjection;
using ShellCorp.AppHost.Reports;
using ShellCorp.AppHost.Running;
using ShellCorp.Cluster.Tests.Systems;
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

        one.MustBe([.. matches.Select(ExpectedMatch.Of)]);
        Assert.Equal(one.Ratings, three.Ratings);
        Assert.Equal(one.Matches, three.Matches);
    }

    [Fact]
    public async Task Data_with_the_traps_of_the_format_gives_what_is_counted_in_the_file()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Wyscout");
        var rows = File.ReadLines(Path.Combine(folder, "events.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        var expected = new List<ExpectedMatch>();
        await foreach (var match in new WyscoutFeed(folder).ReadAsync(CancellationToken.None))
            expected.Add(ExpectedMatch.Of(match));

        var report = await RunAsync(new WyscoutFeed(folder), silos: 2);

        Assert.Equal(new RowCounts(rows.Count, rows.Count, 0), report.Events);
        report.MustBe(expected);
        report.MustHaveTheScoresOf(folder);
        Assert.Equal(
            rows.Where(row => row[5] != "0").GroupBy(row => (Match: row[0], Player: row[5])).Select(row => $"{row.Key.Match} {row.Key.Player} {row.Count()}").Order(),
            report.Ratings.Where(line => line.Events > 0).Select(line => $"{line.MatchId} {line.PlayerId} {line.Events}").Order());
    }

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
