using System.Diagnostics;
using static ShellCorp.Analytics.Tests.Warehouse.Samples;

namespace ShellCorp.Analytics.Tests.Landing;

/// <summary>Workers that are killed and out of space: the same rows come out.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly TestLog _log = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shellcorp-failures-");

    [Fact]
    public async Task A_worker_that_is_killed_again_and_again_leaves_the_same_rows()
    {
        const int Events = 4000;
        var random = new Random(20261124);
        await AppendAsync(0, Events);
        for (var round = 0; round < 4; round++)
        {
            using var worker = new WorkerProcess(_log, _folder.FullName, ("ShellCorp:Warehouse:MaxRecords", "150"), ("ShellCorp:Warehouse:MaxAge", "00:00:00.020"));
            var (before, more) = (Landed(), random.Next(1, 8));
            // Fewer files may be left than that; then it dies idle.
            await Eventually.HoldAsync($"{more} files more than {before}", async () => Landed() >= before + more || await worker.LoadedAsync() >= Events, () => worker.Output);
            worker.Kill();
        }

        await MustHaveAllAsync(Events);
    }

    [Fact]
    public async Task A_full_disk_stops_it_with_the_reason_and_nothing_is_lost()
    {
        var small = _folder.CreateSubdirectory("small").FullName;
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=64k", "shellcorp", small) == 0, "A small file system can't be mounted here.");
        try
        {
            await AppendAsync(0, 3000);
            await using var full = await TestWorker.StartAsync(_log, _folder.FullName, ("ShellCorp:Warehouse:Staging", small), ("ShellCorp:Warehouse:MaxRecords", "500"));
            var reason = await Eventually.ReachAsync("landing stopped", () => full.Landing.StoppedBecause, stopped => stopped is not null);
            Assert.Contains("no space is left on the device", reason, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFiles(small, "*.tmp", SearchOption.AllDirectories));
        }
        finally
        {
            Assert.Equal(0, await RunAsync("umount", "-l", small));
        }

        await MustHaveAllAsync(3000);
    }

    public void Dispose()
    {
        _log.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task MustHaveAllAsync(int events)
    {
        await using var last = await TestWorker.StartAsync(_log, _folder.FullName);
        await last.ReachAsync("fact_event", events);
        Assert.Equal([$"{events}|{events}"], await last.ReadAsync("SELECT count(*), count(DISTINCT event_id) FROM fact_event"));
        Assert.Equal([$"{events}"], await last.ReadAsync("SELECT CAST(sum(own_events) AS BIGINT) FROM agg_player_match"));
        Assert.Equal([$"{events}"], await last.ReadAsync("SELECT CAST(sum(next_offset - first_offset) AS BIGINT) FROM load_ledger"));
    }

    private int Landed() => Path.Combine(_folder.FullName, "landed") is var landed && Directory.Exists(landed)
        ? Directory.EnumerateFiles(landed, "*.parquet", SearchOption.AllDirectories).Count()
        : 0;

    private Task AppendAsync(int from, int to) => _log.AppendAsync(Enumerable.Range(from, to - from).Select(i => Pass($"e{i}", player: 1000 + (i % 30))));

    private static async Task<int> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
