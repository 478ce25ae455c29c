using System.Text;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using static ShellCorp.Analytics.Tests.Warehouse.Samples;

namespace ShellCorp.Analytics.Tests.Landing;

public sealed class LandingTests : IDisposable
{
    private readonly TestLog _log = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shellcorp-landing-");

    [Fact]
    public async Task Events_of_all_topics_are_landed_in_files_named_by_their_offsets_and_loaded()
    {
        await FillAsync(0, 300);
        await _log.AppendAsync([LineUp()]);
        await _log.AppendAsync([Rating(1, 610), Rating(2, 620)]);
        await _log.AppendAsync(PitchSent(1));
        await using var worker = await StartAsync();
        await worker.ReachAsync("fact_event", 301);
        await worker.ReachAsync("fact_rating", 2);
        await worker.ReachAsync("fact_market", 1);

        var files = await worker.ReadAsync("SELECT topic || '/' || log_partition || '/' || first_offset || '-' || (next_offset - 1) || '.parquet' FROM load_ledger");
        Assert.Equal(4, files.Select(file => file.Split('/')[0]).Distinct().Count());
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(_folder.FullName, "landed", file)), file));
        Assert.Empty(Directory.EnumerateFiles(_folder.FullName, "*.tmp", SearchOption.AllDirectories));
        Assert.Equal(["Example Cup"], await worker.ReadAsync("SELECT competition FROM dim_match"));
    }

    [Fact]
    public async Task A_worker_that_comes_back_goes_on_where_the_ledger_ends()
    {
        await FillAsync(0, 200);
        await using (var first = await StartAsync())
            await first.ReachAsync("fact_event", 200);
        await FillAsync(200, 300);
        await using var second = await StartAsync();
        await second.ReachAsync("fact_event", 300);

        Assert.Equal(["300"], await second.ReadAsync("SELECT count(DISTINCT event_id) FROM fact_event"));
        Assert.Equal(["300"], await second.ReadAsync("SELECT CAST(sum(next_offset - first_offset) AS BIGINT) FROM load_ledger"));
    }

    [Fact]
    public async Task Records_that_cannot_be_read_go_to_the_dead_letters_and_their_neighbours_are_loaded()
    {
        await FillAsync(0, 1);
        var valid = CloudEventCodec.Encode(Pass("broken"));
        await _log.AppendAsync(valid with { Value = Encoding.UTF8.GetBytes("{\"matchId\":") });
        await _log.AppendAsync(valid with { Headers = [.. valid.Headers.Where(header => header.Name != EventHeaders.Id)] });
        await FillAsync(1, 2);
        await using var worker = await StartAsync();
        await worker.ReachAsync("fact_event", 2);
        await Eventually.ReachAsync(
            "four records noted in the ledger", () => worker.ReadAsync("SELECT CAST(coalesce(sum(next_offset - first_offset), 0) AS BIGINT) FROM load_ledger"),
            seen => seen[0] == "4");

        var letters = _log.DeadLetters(Topics.PlayerUpdates);
        Assert.Equal(2, letters.Count);
        Assert.All(letters, letter => Assert.Equal(Topics.PlayerUpdates, letter["dlq-topic"]));
        Assert.Contains(letters, letter => letter["dlq-reason"].Contains("JSON", StringComparison.Ordinal) && letter[EventHeaders.Id] == "broken");
        Assert.Contains(letters, letter => letter["dlq-reason"].Contains("ce_id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_that_is_not_known_yet_does_not_stop_it()
    {
        var known = CloudEventCodec.Encode(Pass("newer"));
        await _log.AppendAsync(known with { Value = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(known.Value).Replace("{", "{\"xg\":0.31,", StringComparison.Ordinal)) });
        await using var worker = await StartAsync();
        await worker.ReachAsync("fact_event", 1);

        Assert.Equal(["newer|pass"], await worker.ReadAsync("SELECT event_id, kind FROM fact_event"));
        Assert.Empty(_log.DeadLetters(Topics.PlayerUpdates));
    }

    [Fact]
    public async Task Records_that_the_log_has_dropped_stop_it_with_the_reason()
    {
        await OutrunAsync();
        await using var worker = await StartAsync(("ShellCorp:Kafka:IsEmbedded", "false"), ("ShellCorp:Kafka:Librdkafka:session.timeout.ms", "3000"));
        var reason = await Eventually.ReachAsync("landing stopped", () => worker.Landing.StoppedBecause, stopped => stopped is not null);

        Assert.Contains("records were dropped before they were landed", reason, StringComparison.Ordinal);
        Assert.Equal(["100"], await worker.ReadAsync("SELECT count(*) FROM fact_event"));
    }

    [Fact]
    public async Task What_embedded_brokers_have_dropped_is_noted_and_the_rest_is_loaded()
    {
        var dropped = await OutrunAsync();
        await using var worker = await StartAsync();
        await worker.ReachAsync("fact_event", 200 - dropped);

        var gap = await worker.ReadAsync("SELECT CAST(sum(next_offset - first_offset) AS BIGINT) FROM load_ledger WHERE kind = 'gap'");
        Assert.Equal([$"{dropped}"], gap);
        Assert.Equal(["200"], await worker.ReadAsync("SELECT CAST(sum(next_offset - first_offset) AS BIGINT) FROM load_ledger"));
    }

    public void Dispose()
    {
        _log.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>100 events loaded, 100 more written, and all but the last of a partition dropped. Returns how many of the new ones were.</summary>
    private async Task<long> OutrunAsync()
    {
        await FillAsync(0, 100);
        long next;
        await using (var worker = await StartAsync())
        {
            await worker.ReachAsync("fact_event", 100);
            next = (await worker.Warehouse.GetPositionsAsync(TestContext.Current.CancellationToken))[new(Topics.PlayerUpdates, 0)];
        }

        // One player, one partition after the other: batches are dropped whole, so each record is one.
        for (var i = 100; i < 200; i++)
            await _log.AppendAsync([Pass($"e{i}", player: 1000 + (i % 10))]);
        var end = _log.EndOf(Topics.PlayerUpdates, 0);
        Assert.True(end > next + 1, $"partition 0 ends at {end}, {next} were loaded");
        _log.Brokers.DeleteRecordsBefore(Topics.PlayerUpdates, 0, end - 1);
        return end - 1 - next;
    }

    private Task FillAsync(int from, int to) => _log.AppendAsync(Enumerable.Range(from, to - from).Select(i => Pass($"e{i}", player: 1000 + (i % 10))));

    private Task<TestWorker> StartAsync(params (string Key, string Value)[] settings) => TestWorker.StartAsync(_log, _folder.FullName, settings);
}
