using ShellCorp.Analytics.Operations;
using ShellCorp.Analytics.Tests.Landing;
using ShellCorp.Events;
using static ShellCorp.Analytics.Tests.Warehouse.Samples;

namespace ShellCorp.Analytics.Tests.Operations;

public sealed class OperationTests : IDisposable
{
    private readonly TestLog _log = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shellcorp-operations-");

    [Fact]
    public async Task Verify_finds_nothing_after_landing_and_each_difference_that_is_made_afterwards()
    {
        await using var worker = await FillAsync();
        var (code, text) = await RunAsync("verify", "--url", $"{worker.Address}");
        Assert.True(code == 0, text);
        Assert.Contains("105 events in", text, StringComparison.Ordinal);

        await worker.ReadAsync("DELETE FROM fact_event WHERE event_id = 'e7'");
        await worker.ReadAsync("UPDATE fact_rating SET rating_hundredths = 999 WHERE version = 2");
        (code, text) = await RunAsync("verify", "--url", $"{worker.Address}");
        Assert.Equal(1, code);
        Assert.Contains("2 differences", text, StringComparison.Ordinal);
        Assert.Contains($"{Topics.PlayerUpdates}/", text, StringComparison.Ordinal);
        Assert.Contains($"{Topics.LiveRatingUpdates}/", text, StringComparison.Ordinal);
        Assert.Contains("2026-08-01: log", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_rebuilds_the_warehouse_from_the_log()
    {
        await using var worker = await FillAsync();
        var before = await AllAsync(worker);
        await worker.ReadAsync("DELETE FROM fact_event WHERE event_id < 'e5'");
        await worker.ReadAsync("UPDATE fact_rating SET rating_hundredths = 999");
        await worker.ReadAsync("DELETE FROM agg_player_window");

        var (code, text) = await RunAsync("replay", "--from", "earliest", "--url", $"{worker.Address}");
        Assert.True(code == 0, text);
        Assert.Contains("are loaded again; the log reaches back to 0", text, StringComparison.Ordinal);
        await Eventually.ReachAsync("the same rows as before", () => AllAsync(worker), seen => seen.SequenceEqual(before));
        Assert.Equal(0, (await RunAsync("verify", "--url", $"{worker.Address}")).Code);
    }

    [Fact]
    public async Task Replay_from_nonsense_is_refused_with_what_is_allowed()
    {
        await using var worker = await FillAsync();
        var (code, text) = await RunAsync("replay", "--from", "dawn", "--url", $"{worker.Address}");
        Assert.Equal(2, code);
        Assert.Contains("must be earliest, a day such as", text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _log.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await WorkerCommands.Create(() => Task.FromResult(99)).Parse(arguments).InvokeAsync(new() { Output = output });
        return (code, output.ToString());
    }

    /// <summary>100 passes, one of them in the log twice, a line-up, three ratings and a pitch.</summary>
    private async Task<TestWorker> FillAsync()
    {
        await _log.AppendAsync(Enumerable.Range(0, 100).Select(i => Pass($"e{i}", player: 1000 + (i % 10))));
        await _log.AppendAsync([Pass("e3", player: 1003)]);
        await _log.AppendAsync([LineUp()]);
        await _log.AppendAsync([Rating(1, 610), Rating(2, 620, minute: 20), Rating(3, 630, minute: 40)]);
        await _log.AppendAsync(PitchSent(1));
        var worker = await TestWorker.StartAsync(_log, _folder.FullName);
        await Eventually.ReachAsync(
            "106 records in the ledger", () => worker.ReadAsync("SELECT CAST(coalesce(sum(next_offset - first_offset), 0) AS BIGINT) FROM load_ledger"), seen => seen[0] == "106");
        return worker;
    }

    private static async Task<string[]> AllAsync(TestWorker worker) =>
    [
        .. await worker.ReadAsync("SELECT * FROM fact_event ORDER BY event_id"),
        .. await worker.ReadAsync("SELECT * FROM fact_rating ORDER BY event_id"),
        .. await worker.ReadAsync("SELECT * FROM fact_market ORDER BY event_id"),
        .. await worker.ReadAsync("SELECT * FROM agg_player_match ORDER BY 1, 2"),
        .. await worker.ReadAsync("SELECT scope, scope_id, window_start, rating_sum, ratings FROM agg_player_window ORDER BY 1, 2, 3"),
    ];
}
