using ShellCorp.Ingest;

namespace ShellCorp.Feeds.Tests.Running;

/// <summary>When what is sent.</summary>
public sealed class FeedRunnerPaceTests : FeedRunnerTest
{
    [Fact]
    public async Task Only_so_many_matches_are_played_at_once()
    {
        var open = new TaskCompletionSource();
        Ingest.Answer = async call =>
        {
            await open.Task;
            return call.Reply(_ => IngestStatus.Accepted);
        };
        var runner = Runner(new() { ConcurrentMatches = 2 });
        var run = Run(runner, new ScriptedFeed(matches: 6, steps: 4));

        await Ingest.NextCallAsync();
        await Ingest.NextCallAsync();
        Assert.Equal((2, 0), (runner.Progress.MatchesRunning, runner.Progress.MatchesFinished));

        open.SetResult();
        await run;
        Assert.Equal(6, runner.Progress.MatchesFinished);
    }

    [Fact]
    public async Task All_matches_are_played_at_once_unless_told_otherwise()
    {
        const int Matches = 200;
        var open = new TaskCompletionSource();
        Ingest.Answer = async call =>
        {
            await open.Task;
            return call.Reply(_ => IngestStatus.Accepted);
        };
        var runner = Runner(new());
        var run = Run(runner, new ScriptedFeed(Matches, steps: 4));

        for (var match = 0; match < Matches; match++)
            await Ingest.NextCallAsync();

        Assert.Equal(Matches, runner.Progress.MatchesRunning);
        open.SetResult();
        await run;
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(10.0)]
    [InlineData(0.5)]
    public async Task Steps_are_sent_when_they_are_due(double speed)
    {
        var run = Run(Runner(new() { Speed = speed }), new ScriptedFeed(matches: 1, steps: 6));
        var start = Time.GetUtcNow();
        Assert.True((await Ingest.NextCallAsync()).IsFacts);

        for (var step = 1; step <= 5; step++)
        {
            Assert.Equal(TimeSpan.FromSeconds(1 / speed), await Time.PassNextWaitAsync());
            var call = await Ingest.NextCallAsync();
            Assert.Equal([ScriptedFeed.PassId(1, step)], call.Ids);
            Assert.Equal(start + TimeSpan.FromSeconds(step / speed), call.At);
        }

        await run;
    }

    [Fact]
    public async Task What_became_due_during_an_answer_goes_together()
    {
        var run = Run(Runner(new() { Speed = 1, BatchSteps = 4 }), new ScriptedFeed(matches: 1, steps: 8));
        await Ingest.NextCallAsync();
        await Time.NextWaitAsync();

        Time.Advance(TimeSpan.FromSeconds(7));
        await run;

        Assert.Equal([4, 3], Ingest.Calls.Where(call => !call.IsFacts).Select(call => call.Events.Length));
    }

    [Fact]
    public async Task Matches_kick_off_one_after_the_other_in_theTime_of_the_matches()
    {
        var run = Run(Runner(new() { Speed = 2, Stagger = TimeSpan.FromMinutes(10) }), new ScriptedFeed(matches: 3, steps: 1));
        var start = Time.GetUtcNow();

        List<TimeSpan> waits = [await Time.NextWaitAsync(), await Time.NextWaitAsync()];
        Assert.Equal([TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)], waits.Order());
        Time.Advance(TimeSpan.FromMinutes(5));
        await Ingest.NextCallAsync();
        await Ingest.NextCallAsync();
        Time.Advance(TimeSpan.FromMinutes(5));
        await run;

        Assert.Equal(
            [TimeSpan.Zero, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)],
            Ingest.Calls.OrderBy(call => call.Events[0].Match.Value).Select(call => call.At - start));
    }

    [Fact]
    public async Task Cancelling_stops_all_matches()
    {
        using var cancellation = new CancellationTokenSource();
        var runner = Runner(new() { Speed = 1 });
        var run = runner.RunAsync(new ScriptedFeed(matches: 4, steps: 100), cancellation.Token);
        for (var match = 0; match < 4; match++)
            await Time.NextWaitAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrFail("the end of the run", () => runner.Progress));
        Assert.Equal((0, 0), (runner.Progress.MatchesRunning, runner.Progress.MatchesFinished));
    }
}
