using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShellCorp.Feeds.Running;
using ShellCorp.Ingest;

namespace ShellCorp.Feeds.Tests.Running;

public sealed class FeedRunnerTests
{
    private readonly WatchedTime _time = new();
    private readonly CapturedLog _log = new();
    private readonly ScriptedIngest _ingest;

    public FeedRunnerTests() => _ingest = new(_time);

    [Fact]
    public async Task Every_event_is_sent_once_and_every_row_counted()
    {
        var runner = Runner(new() { BatchSteps = 7 });

        var result = await Run(runner, new ScriptedFeed(matches: 20, steps: 51));

        Assert.Equal(new FeedResult("scripted", 1000, 1000, 0), result);
        var ids = _ingest.Calls.SelectMany(call => call.Ids).ToList();
        Assert.Equal(20 * (1 + 50 + 5), ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal((0, 20, 1000L, 0L), (runner.Progress.MatchesRunning, runner.Progress.MatchesFinished, runner.Progress.Accepted, runner.Progress.SentAgain));
    }

    [Fact]
    public async Task Events_of_a_match_keep_their_order_and_the_line_up_is_answered_first()
    {
        await Run(Runner(new() { BatchSteps = 7 }), new ScriptedFeed(matches: 5, steps: 60));

        for (var match = 1; match <= 5; match++)
        {
            var calls = _ingest.Calls.Where(call => call.Events[0].Match.Value == match).ToList();
            Assert.Equal([$"{match}/line-up"], calls[0].Ids);
            Assert.Equal(Enumerable.Range(1, 59).Select(step => ScriptedFeed.PassId(match, step)), calls.Where(call => !call.IsFacts).SelectMany(call => call.Ids));
        }
    }

    [Fact]
    public async Task A_batch_waits_for_the_answer_to_the_one_before()
    {
        var answer = new TaskCompletionSource();
        _ingest.Answer = async call =>
        {
            if (!call.IsFacts)
                await answer.Task;
            return call.Reply(_ => IngestStatus.Accepted);
        };
        var run = Run(Runner(new() { BatchSteps = 5 }), new ScriptedFeed(matches: 1, steps: 16));

        await _ingest.NextCallAsync();
        var held = await _ingest.NextCallAsync();
        Assert.Equal(5, held.Events.Length);
        Assert.Equal(2, _ingest.Calls.Count);

        answer.SetResult();
        await run;
        Assert.Equal(15, _ingest.Calls.Where(call => !call.IsFacts).Sum(call => call.Events.Length));
    }

    [Fact]
    public async Task Deferred_events_are_sent_again_after_the_time_told_and_no_others()
    {
        var deferred = new HashSet<string> { ScriptedFeed.PassId(1, 2), ScriptedFeed.PassId(1, 4) };
        _ingest.Answer = call => Task.FromResult(call.Reply(
            id => deferred.Remove(id) ? IngestStatus.Deferred : IngestStatus.Accepted, TimeSpan.FromSeconds(3)));
        var runner = Runner(new());
        var run = Run(runner, new ScriptedFeed(matches: 1, steps: 6));

        Assert.Equal(TimeSpan.FromSeconds(3), await _time.PassNextWaitAsync());
        var result = await run;

        Assert.Equal((5, 5, 0), (result.Read, result.Accepted, result.Rejected));
        Assert.Equal([ScriptedFeed.PassId(1, 2), ScriptedFeed.PassId(1, 4)], _ingest.Calls.Last().Ids);
        Assert.Equal(2, runner.Progress.SentAgain);
    }

    [Fact]
    public async Task Events_of_unknown_fate_are_sent_again_with_a_pause_that_doubles_up_to_a_limit()
    {
        var failures = 5;
        _ingest.Answer = call => Task.FromResult(call.Reply(_ => !call.IsFacts && failures-- > 0 ? IngestStatus.Unknown : IngestStatus.Accepted));
        var run = Run(Runner(new() { FirstBackOff = TimeSpan.FromSeconds(1), LongestBackOff = TimeSpan.FromSeconds(5) }), new ScriptedFeed(1, 2));

        foreach (var seconds in (int[])[1, 2, 4, 5, 5])
            Assert.Equal(TimeSpan.FromSeconds(seconds), await _time.PassNextWaitAsync());

        Assert.Equal(1, (await run).Accepted);
        Assert.Equal(6, _ingest.Calls.Count(call => call.Ids.SequenceEqual([ScriptedFeed.PassId(1, 1)])));
    }

    public static TheoryData<Exception> PassingFailures =>
        [new TimeoutException(), new SiloUnavailableException(), new GatewayTooBusyException(), new IOException(), new TaskCanceledException()];

    [Theory]
    [MemberData(nameof(PassingFailures))]
    public async Task After_a_failed_call_the_same_events_are_sent_again(Exception failure)
    {
        var first = true;
        _ingest.Answer = call =>
        {
            if (call.IsFacts || !first)
                return Task.FromResult(call.Reply(_ => IngestStatus.Accepted));

            first = false;
            return Task.FromException<IngestReply>(failure);
        };
        var run = Run(Runner(new()), new ScriptedFeed(matches: 1, steps: 4));

        await _time.PassNextWaitAsync();
        var result = await run;

        Assert.Equal((3, 3, 0), (result.Read, result.Accepted, result.Rejected));
        var calls = _ingest.Calls.Where(call => !call.IsFacts).ToList();
        Assert.Equal(2, calls.Count);
        Assert.Equal(calls[0].Ids, calls[1].Ids);
        Assert.Contains(_log.Entries, entry => entry.Level == LogLevel.Warning && entry.Message.Contains("3 events failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_that_would_come_again_ends_the_run()
    {
        _ingest.Answer = _ => Task.FromException<IngestReply>(new NotSupportedException("no such method"));

        await Assert.ThrowsAsync<NotSupportedException>(() => Run(Runner(new()), new ScriptedFeed(matches: 3, steps: 4)));
    }

    [Fact]
    public async Task A_reply_that_does_not_answer_every_event_ends_the_run()
    {
        _ingest.Answer = call => Task.FromResult(call.Reply(_ => IngestStatus.Accepted) with { Answers = [] });

        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(Runner(new()), new ScriptedFeed(matches: 1, steps: 4)));
    }

    [Fact]
    public async Task A_row_is_rejected_with_any_of_its_events_and_the_first_reasons_are_logged()
    {
        ImmutableHashSet<string> bad = [ScriptedFeed.GoalId(1, 10), ScriptedFeed.PassId(1, 20), ScriptedFeed.GoalId(1, 20), ScriptedFeed.PassId(1, 3), "1/line-up"];
        _ingest.Answer = call => Task.FromResult(call.Reply(id => bad.Contains(id) ? IngestStatus.Rejected : IngestStatus.Accepted));

        var result = await Run(Runner(new() { LoggedRejections = 2 }), new ScriptedFeed(matches: 1, steps: 31));

        Assert.Equal((30, 27, 3), (result.Read, result.Accepted, result.Rejected));
        var warnings = _log.Entries.Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.Message).ToList();
        Assert.Equal(3, warnings.Count);
        Assert.Equal("Event 1/line-up is rejected: minute: '99': is wrong on purpose", warnings[0]);
        Assert.StartsWith("More than 2 events are rejected", warnings[2], StringComparison.Ordinal);
        Assert.Equal(31 + 3, _ingest.Calls.Sum(call => call.Events.Length));
    }

    [Fact]
    public async Task Only_so_many_matches_are_read_and_played()
    {
        var read = new List<int>();

        var result = await Run(Runner(new() { Matches = 3 }), new ScriptedFeed(matches: 10, steps: 11) { OnRead = read.Add });

        Assert.Equal(30, result.Read);
        Assert.Equal([1, 2, 3], read);
    }

    [Fact]
    public async Task Only_so_many_matches_are_played_at_once()
    {
        var open = new TaskCompletionSource();
        _ingest.Answer = async call =>
        {
            await open.Task;
            return call.Reply(_ => IngestStatus.Accepted);
        };
        var runner = Runner(new() { ConcurrentMatches = 2 });
        var run = Run(runner, new ScriptedFeed(matches: 6, steps: 4));

        await _ingest.NextCallAsync();
        await _ingest.NextCallAsync();
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
        _ingest.Answer = async call =>
        {
            await open.Task;
            return call.Reply(_ => IngestStatus.Accepted);
        };
        var runner = Runner(new());
        var run = Run(runner, new ScriptedFeed(Matches, steps: 4));

        for (var match = 0; match < Matches; match++)
            await _ingest.NextCallAsync();

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
        var start = _time.GetUtcNow();
        Assert.True((await _ingest.NextCallAsync()).IsFacts);

        for (var step = 1; step <= 5; step++)
        {
            Assert.Equal(TimeSpan.FromSeconds(1 / speed), await _time.PassNextWaitAsync());
            var call = await _ingest.NextCallAsync();
            Assert.Equal([ScriptedFeed.PassId(1, step)], call.Ids);
            Assert.Equal(start + TimeSpan.FromSeconds(step / speed), call.At);
        }

        await run;
    }

    [Fact]
    public async Task What_became_due_during_an_answer_goes_together()
    {
        var run = Run(Runner(new() { Speed = 1, BatchSteps = 4 }), new ScriptedFeed(matches: 1, steps: 8));
        await _ingest.NextCallAsync();
        await _time.NextWaitAsync();

        _time.Advance(TimeSpan.FromSeconds(7));
        await run;

        Assert.Equal([4, 3], _ingest.Calls.Where(call => !call.IsFacts).Select(call => call.Events.Length));
    }

    [Fact]
    public async Task Matches_kick_off_one_after_the_other_in_the_time_of_the_matches()
    {
        var run = Run(Runner(new() { Speed = 2, Stagger = TimeSpan.FromMinutes(10) }), new ScriptedFeed(matches: 3, steps: 1));
        var start = _time.GetUtcNow();

        List<TimeSpan> waits = [await _time.NextWaitAsync(), await _time.NextWaitAsync()];
        Assert.Equal([TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)], waits.Order());
        _time.Advance(TimeSpan.FromMinutes(5));
        await _ingest.NextCallAsync();
        await _ingest.NextCallAsync();
        _time.Advance(TimeSpan.FromMinutes(5));
        await run;

        Assert.Equal(
            [TimeSpan.Zero, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)],
            _ingest.Calls.OrderBy(call => call.Events[0].Match.Value).Select(call => call.At - start));
    }

    [Fact]
    public async Task Cancelling_stops_all_matches()
    {
        using var cancellation = new CancellationTokenSource();
        var runner = Runner(new() { Speed = 1 });
        var run = runner.RunAsync(new ScriptedFeed(matches: 4, steps: 100), cancellation.Token);
        for (var match = 0; match < 4; match++)
            await _time.NextWaitAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrFail("the end of the run", () => runner.Progress));
        Assert.Equal((0, 0), (runner.Progress.MatchesRunning, runner.Progress.MatchesFinished));
    }

    [Fact]
    public async Task Cancelling_ends_the_waiting_for_a_silo_that_does_not_come_back()
    {
        using var cancellation = new CancellationTokenSource();
        _ingest.Answer = _ => Task.FromException<IngestReply>(new SiloUnavailableException());
        var runner = Runner(new());
        var run = runner.RunAsync(new ScriptedFeed(matches: 1, steps: 4), cancellation.Token);
        await _time.PassNextWaitAsync();
        await _time.NextWaitAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrFail("the end of the run", () => runner.Progress));
    }

    [Fact]
    public async Task A_broken_feed_ends_the_run_with_its_error_and_stops_the_matches()
    {
        var runner = Runner(new() { Speed = 1 });
        var feed = new ScriptedFeed(matches: 3, steps: 100)
        {
            OnRead = match => _ = match < 3 ? match : throw new FeedFormatException("events.csv", "row 7", "a number was expected"),
        };

        await Assert.ThrowsAsync<FeedFormatException>(() => Run(runner, feed));
        Assert.Equal(0, runner.Progress.MatchesRunning);
    }

    public static TheoryData<FeedRunnerOptions, string> Refused => new()
    {
        { new() { Matches = -1 }, nameof(FeedRunnerOptions.Matches) },
        { new() { ConcurrentMatches = -1 }, nameof(FeedRunnerOptions.ConcurrentMatches) },
        { new() { Speed = 0 }, nameof(FeedRunnerOptions.Speed) },
        { new() { Speed = double.NaN }, nameof(FeedRunnerOptions.Speed) },
        { new() { Speed = double.PositiveInfinity }, nameof(FeedRunnerOptions.Speed) },
        { new() { Stagger = TimeSpan.FromTicks(-1) }, nameof(FeedRunnerOptions.Stagger) },
        { new() { BatchSteps = 0 }, nameof(FeedRunnerOptions.BatchSteps) },
        { new() { FirstBackOff = TimeSpan.Zero }, nameof(FeedRunnerOptions.FirstBackOff) },
        { new() { LongestBackOff = TimeSpan.FromMilliseconds(1) }, nameof(FeedRunnerOptions.LongestBackOff) },
        { new() { LoggedRejections = -1 }, nameof(FeedRunnerOptions.LoggedRejections) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_bad_option_is_refused_by_name(FeedRunnerOptions options, string name)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Runner(options));

        Assert.StartsWith($"{name} must be", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    private FeedRunner Runner(FeedRunnerOptions options) => new(new ScriptedGrains(_ingest), _time, _log, options);

    private static Task<FeedResult> Run(FeedRunner runner, IMatchFeed feed) =>
        runner.RunAsync(feed, TestContext.Current.CancellationToken).OrFail("the end of the run", () => runner.Progress);
}
