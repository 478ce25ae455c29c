using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using ShellCorp.Ingest;

namespace ShellCorp.Feeds.Tests.Running;

/// <summary>What happens when events are not taken.</summary>
public sealed class FeedRunnerFailureTests : FeedRunnerTest
{
    [Fact]
    public async Task Deferred_events_are_sent_again_after_theTime_told_and_no_others()
    {
        var deferred = new HashSet<string> { ScriptedFeed.PassId(1, 2), ScriptedFeed.PassId(1, 4) };
        Ingest.Answer = call => Task.FromResult(call.Reply(
            id => deferred.Remove(id) ? IngestStatus.Deferred : IngestStatus.Accepted, TimeSpan.FromSeconds(3)));
        var runner = Runner(new());
        var run = Run(runner, new ScriptedFeed(matches: 1, steps: 6));

        Assert.Equal(TimeSpan.FromSeconds(3), await Time.PassNextWaitAsync());
        var result = await run;

        Assert.Equal((5, 5, 0), (result.Read, result.Accepted, result.Rejected));
        Assert.Equal([ScriptedFeed.PassId(1, 2), ScriptedFeed.PassId(1, 4)], Ingest.Calls.Last().Ids);
        Assert.Equal(2, runner.Progress.SentAgain);
    }

    [Fact]
    public async Task Events_of_unknown_fate_are_sent_again_with_a_pause_that_doubles_up_to_a_limit()
    {
        var failures = 5;
        Ingest.Answer = call => Task.FromResult(call.Reply(_ => !call.IsFacts && failures-- > 0 ? IngestStatus.Unknown : IngestStatus.Accepted));
        var run = Run(Runner(new() { FirstBackOff = TimeSpan.FromSeconds(1), LongestBackOff = TimeSpan.FromSeconds(5) }), new ScriptedFeed(1, 2));

        foreach (var seconds in (int[])[1, 2, 4, 5, 5])
            Assert.Equal(TimeSpan.FromSeconds(seconds), await Time.PassNextWaitAsync());

        Assert.Equal(1, (await run).Accepted);
        Assert.Equal(6, Ingest.Calls.Count(call => call.Ids.SequenceEqual([ScriptedFeed.PassId(1, 1)])));
    }

    public static TheoryData<Exception> PassingFailures =>
        [new TimeoutException(), new SiloUnavailableException(), new GatewayTooBusyException(), new IOException(), new TaskCanceledException()];

    [Theory]
    [MemberData(nameof(PassingFailures))]
    public async Task After_a_failed_call_the_same_events_are_sent_again(Exception failure)
    {
        var first = true;
        Ingest.Answer = call =>
        {
            if (call.IsFacts || !first)
                return Task.FromResult(call.Reply(_ => IngestStatus.Accepted));

            first = false;
            return Task.FromException<IngestReply>(failure);
        };
        var run = Run(Runner(new()), new ScriptedFeed(matches: 1, steps: 4));

        await Time.PassNextWaitAsync();
        var result = await run;

        Assert.Equal((3, 3, 0), (result.Read, result.Accepted, result.Rejected));
        var calls = Ingest.Calls.Where(call => !call.IsFacts).ToList();
        Assert.Equal(2, calls.Count);
        Assert.Equal(calls[0].Ids, calls[1].Ids);
        Assert.Contains(Log.Entries, entry => entry.Level == LogLevel.Warning && entry.Message.Contains("3 events failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_that_would_come_again_ends_the_run()
    {
        Ingest.Answer = _ => Task.FromException<IngestReply>(new NotSupportedException("no such method"));

        await Assert.ThrowsAsync<NotSupportedException>(() => Run(Runner(new()), new ScriptedFeed(matches: 3, steps: 4)));
    }

    [Fact]
    public async Task A_reply_that_does_not_answer_every_event_ends_the_run()
    {
        Ingest.Answer = call => Task.FromResult(call.Reply(_ => IngestStatus.Accepted) with { Answers = [] });

        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(Runner(new()), new ScriptedFeed(matches: 1, steps: 4)));
    }

    [Fact]
    public async Task A_row_is_rejected_with_any_of_its_events_and_the_first_reasons_areLogged()
    {
        ImmutableHashSet<string> bad =
        [
            "1/line-up", ScriptedFeed.PassId(1, 3), ScriptedFeed.GoalId(1, 10), ScriptedFeed.PassId(1, 20), ScriptedFeed.GoalId(1, 20),
        ];
        Ingest.Answer = call => Task.FromResult(call.Reply(id => bad.Contains(id) ? IngestStatus.Rejected : IngestStatus.Accepted));

        var result = await Run(Runner(new() { LoggedRejections = 2 }), new ScriptedFeed(matches: 1, steps: 31));

        Assert.Equal((30, 27, 3), (result.Read, result.Accepted, result.Rejected));
        var warnings = Log.Entries.Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.Message).ToList();
        Assert.Equal(3, warnings.Count);
        Assert.Equal("Event 1/line-up is rejected: minute: '99': is wrong on purpose", warnings[0]);
        Assert.StartsWith("More than 2 events are rejected", warnings[2], StringComparison.Ordinal);
        Assert.Equal(31 + 3, Ingest.Calls.Sum(call => call.Events.Length));
    }

    [Fact]
    public async Task Cancelling_ends_the_waiting_for_a_silo_that_does_not_come_back()
    {
        using var cancellation = new CancellationTokenSource();
        Ingest.Answer = _ => Task.FromException<IngestReply>(new SiloUnavailableException());
        var runner = Runner(new());
        var run = runner.RunAsync(new ScriptedFeed(matches: 1, steps: 4), cancellation.Token);
        await Time.PassNextWaitAsync();
        await Time.NextWaitAsync();

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
}
