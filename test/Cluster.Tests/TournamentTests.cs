using System.Text.Json;
using ShellCorp.AppHost.Reports;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Feeds;
using ShellCorp.Feeds.Wyscout;

namespace ShellCorp.Cluster.Tests;

/// <summary>A whole tournament through the command, judged by its report alone.</summary>
public sealed class TournamentTests
{
    private const int Rows = 101_759;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task The_report_has_the_official_scores_the_counted_result_and_the_same_ratings_on_one_silo_and_on_three()
    {
        var folder = SharedData.Find("wyscout-worldcup2018");
        Assert.SkipWhen(folder is null, "There is no folder shared/data/wyscout-worldcup2018 beside the checkout.");
        var feed = new List<FeedMatch>();
        await foreach (var match in new WyscoutFeed(folder).ReadAsync(CancellationToken.None))
            feed.Add(match);
        var expected = feed.ConvertAll(ExpectedMatch.Of);

        var warehouse = Path.Combine(Directory.CreateTempSubdirectory("shellcorp-").FullName, "warehouse.duckdb");
        var one = await RunAsync(folder, silos: 1, $"ShellCorp__Warehouse__Path={warehouse}");
        await WarehouseChecks.MustBeAsync(warehouse, one, feed);
        var three = await RunAsync(folder, silos: 3);

        Assert.Equal((Rows, 64), (one.Events.Read, one.Matches.Length));
        one.MustBe(expected);
        one.MustHaveTheScoresOf(folder);
        Assert.Equal(one.Ratings, three.Ratings);
        Assert.Equal(one.Matches, three.Matches);
        Assert.Equal((one.Events, 0L, 0L, 0L), (three.Events, three.Duplicates, three.DeadLettered, three.Lag));
    }

    private static async Task<RunReport> RunAsync(string folder, int silos, params string[] environment)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("shellcorp-").FullName, "report.json");
        using var process = CommandLine.StartWith(environment,
            "--feed", $"wyscout:{folder}", "--speed", "max", "--silos", $"{silos}", "--port", "0", "--exit-when-done", "--report", file);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.EndAsync(Limit);
        Assert.True(process.ExitCode == 0, await output + await errors);

        await using var stream = File.OpenRead(file);
        return (await JsonSerializer.DeserializeAsync(stream, RunReportJson.Default.RunReport))!;
    }
}
