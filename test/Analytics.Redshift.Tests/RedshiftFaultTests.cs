using Microsoft.Extensions.Time.Testing;
using Postgres.TestServer;
using ShellCorp.Analytics.Warehouse;
using SparkConnect.Errors;
using SparkConnect.TestServer;
using SparkConnect.TestServer.Faults;
using static ShellCorp.Analytics.Tests.Warehouse.Samples;

namespace ShellCorp.Analytics.Redshift.Tests;

/// <summary>Whatever becomes of a statement, its answer or a connection: the rows are those of a load without any of it.</summary>
public sealed class RedshiftFaultTests(Servers servers) : IAsyncLifetime
{
    private const string Insert = "INSERT INTO staged";
    private SparkTestServer _spark = null!;

    // One of its own for each test, so that no other test's statements meet its faults. A real Spark can't be made to fail at will.
    public async ValueTask InitializeAsync() => _spark = await SparkTestServer.StartAsync();

    public ValueTask DisposeAsync() => _spark.DisposeAsync();

    [Theory]
    [InlineData(FaultKind.LoseRequest, Insert, 0)]
    [InlineData(FaultKind.LoseRequest, "USING jdbc", 0)]
    [InlineData(FaultKind.BreakStream, Insert, 0)]
    [InlineData(FaultKind.BreakStream, Insert, 1)]
    [InlineData(FaultKind.BreakStream, "count(*)", 1)]
    [InlineData(FaultKind.EndStream, Insert, 0)]
    [InlineData(FaultKind.RepeatTask, Insert, 0)]
    public async Task What_can_be_made_good_within_an_attempt_is(FaultKind kind, string statement, int after)
    {
        await using var test = await MakeAsync();
        _spark.Faults.Add(kind, statement, after);

        await test.LoadBothAsync(test.Twin.PlayerUpdates(0, Pass("a"), Pass("b"), Pass("c")));

        Assert.Equal(0, _spark.Faults.Waiting);
        await test.AssertSameAsTwinAsync();
        Assert.Empty(_spark.HeldOperations);
    }

    [Fact]
    public async Task Rows_of_a_statement_that_failed_are_not_loaded_and_the_next_attempt_is()
    {
        await using var test = await MakeAsync();
        var file = test.Twin.PlayerUpdates(0, Pass("a"), Pass("b"), Pass("c"));
        _spark.Faults.Add(FaultKind.FailTask, Insert);

        await Assert.ThrowsAsync<SparkServerException>(() => test.LoadAsync(file));
        await test.AssertSameAsTwinAsync();
        await test.LoadBothAsync(file);
        await test.AssertSameAsTwinAsync();
    }

    [Fact]
    public async Task A_staging_that_lacks_rows_is_not_merged()
    {
        await using var test = await MakeAsync();
        var file = test.Twin.PlayerUpdates(0, Pass("a"), Pass("b"), Pass("c"));
        _spark.Faults.Add(FaultKind.LoseTask, Insert);

        var incomplete = await Assert.ThrowsAsync<StagingIncompleteException>(() => test.LoadAsync(file));
        Assert.Contains("2 of 3 rows", incomplete.Message, StringComparison.Ordinal);
        await test.LoadBothAsync(file);
        await test.AssertSameAsTwinAsync();
    }

    [Fact]
    public async Task What_a_cancelled_attempt_commits_late_counts_nowhere()
    {
        await using var test = await MakeAsync();
        var file = test.Twin.PlayerUpdates(0, Pass("a"), Pass("b"), Pass("c"));
        var late = _spark.Faults.Add(FaultKind.CommitLate, Insert);
        using var cancellation = new CancellationTokenSource();
        var first = test.Warehouse.LoadAsync([file], cancellation.Token);
        await Eventually.EndAsync("the first attempt to write", late.Reached);
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<SparkOutcomeUnknownException>(() => first);

        await test.LoadBothAsync(file);
        late.LetGo();
        await Eventually.EndAsync("the first attempt to commit after the second was merged", late.Done);

        await test.LoadBothAsync(file);
        await test.AssertSameAsTwinAsync();
        Assert.Equal(["3"], await test.ReadAsync($"SELECT count(*) FROM {Assert.Single(await StagingsAsync(test))}"));
    }

    [Fact]
    public async Task A_server_that_is_restarted_while_it_writes_doubles_nothing()
    {
        await using var test = await MakeAsync();
        var file = test.Twin.PlayerUpdates(0, Pass("a"), Pass("b"), Pass("c"));
        var late = _spark.Faults.Add(FaultKind.CommitLate, Insert);
        var first = test.LoadAsync(file);
        await Eventually.EndAsync("the first attempt to write", late.Reached);
        _spark.Restart();
        late.LetGo();
        await Eventually.EndAsync("it to commit", late.Done);
        await Assert.ThrowsAnyAsync<SparkException>(() => first);

        await test.LoadBothAsync(file);
        await test.AssertSameAsTwinAsync();
    }

    [Fact]
    public async Task A_merge_whose_commit_was_not_answered_is_found_in_the_ledger()
    {
        await using var proxy = new PostgresProxy(servers.Postgres.Port);
        await using var test = await MakeAsync(proxy.Lead);
        var file = test.Twin.PlayerUpdates(0, Pass("a"), Pass("b"), Pass("c"));
        var last = _spark.Faults.Add(FaultKind.CommitLate, Insert);
        var load = test.LoadAsync(file);
        await Eventually.EndAsync("all to be staged but the last commit", last.Reached);
        proxy.LoseNextAnswer();
        last.LetGo();

        Assert.Equal([LoadOutcome.Loaded], await load);
        Assert.Equal(1, proxy.Lost);
        await test.Twin.LoadAsync(file);
        await test.AssertSameAsTwinAsync();
    }

    [Fact]
    public async Task Stagings_of_failed_attempts_are_dropped_once_nothing_can_write_to_them()
    {
        var time = new FakeTimeProvider(new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
        await using var test = await MakeAsync(time: time);
        _spark.Faults.Add(FaultKind.FailTask, Insert);
        await Assert.ThrowsAsync<SparkServerException>(() => test.LoadAsync(test.Twin.PlayerUpdates(0, Pass("a"), Pass("b"))));

        time.Advance(TimeSpan.FromHours(20));
        await test.LoadAsync(test.Twin.PlayerUpdates(0, Pass("a")));
        Assert.Single(await StagingsAsync(test));
        time.Advance(TimeSpan.FromDays(2));
        await test.LoadAsync(test.Twin.PlayerUpdates(1, Pass("b")));
        Assert.Empty(await StagingsAsync(test));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_row_of_failures_ends_in_the_rows_of_a_load_without_any(int seed)
    {
        await using var test = await MakeAsync();
        var random = new Random(seed);
        string[] statements = [Insert, "USING parquet", "USING jdbc", "DESCRIBE", "count(*)"];
        FaultKind[] kinds = [FaultKind.LoseRequest, FaultKind.BreakStream, FaultKind.EndStream, FaultKind.RepeatTask, FaultKind.FailTask, FaultKind.LoseTask];
        for (var load = 0; load < 5; load++)
        {
            LandedFile[] files = [test.Twin.PlayerUpdates(load * 3, Pass($"{random.Next(20)}", minute: load), Pass($"{random.Next(20)}"), Pass($"n{load}")), test.Twin.Ratings(load, Rating(load / 2 + 1, 600))];
            for (var i = 0; i < 3; i++)
            {
                var kind = kinds[random.Next(kinds.Length)];
                _spark.Faults.Add(kind, kind >= FaultKind.RepeatTask ? Insert : statements[random.Next(statements.Length)], random.Next(2));
            }

            await LoadUntilItIsInAsync(test, files);
        }

        await test.AssertSameAsTwinAsync();
    }

    private Task<RedshiftTest> MakeAsync(Func<string, string>? lead = null, TimeProvider? time = null) => RedshiftTest.MakeAsync(servers, lead, time, _spark.Remote);

    private static async Task LoadUntilItIsInAsync(RedshiftTest test, LandedFile[] files)
    {
        await test.Twin.LoadAsync(files);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await test.LoadAsync(files);
                return;
            }
            catch (Exception e) when (e is SparkException or StagingIncompleteException && attempt < 10)
            {
                // The next attempt, as the worker makes one.
                TestContext.Current.TestOutputHelper?.WriteLine(e.Message);
            }
        }
    }

    private static Task<string[]> StagingsAsync(RedshiftTest test) => test.ReadAsync("SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'staging%'");
}
