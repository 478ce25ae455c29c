using ShellCorp.Feeds.Running;
using ShellCorp.Ingest;

namespace ShellCorp.Feeds.Tests.Running;

/// <summary>What is sent, and how it is counted.</summary>
public sealed class FeedRunnerTests : FeedRunnerTest
{
    [Fact]
    public async Task Every_event_is_sent_once_and_every_row_counted()
    {
        var runner = Runner(new() { BatchSteps = 7 });

        var result = await Run(runner, new ScriptedFeed(matches: 20, steps: 51));

        Assert.Equal(new FeedResult("scripted", 1000, 1000, 0), result);
        var ids = Ingest.Calls.SelectMany(call => call.Ids).ToList();
        Assert.Equal(20 * (1 + 50 + 5), ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(
            new FeedProgress { MatchesRunning = 0, MatchesFinished = 20, Read = 1000, Accepted = 1000, Rejected = 0, SentAgain = 0 },
            runner.Progress);
    }

    [Fact]
    public async Task Events_of_a_match_keep_their_order_and_the_line_up_is_answered_first()
    {
        await Run(Runner(new() { BatchSteps = 7 }), new ScriptedFeed(matches: 5, steps: 60));

        for (var match = 1; match <= 5; match++)
        {
            var calls = Ingest.Calls.Where(call => call.Events[0].Match.Value == match).ToList();
            Assert.Equal([$"{match}/line-up"], calls[0].Ids);
            Assert.Equal(
                Enumerable.Range(1, 59).Select(step => ScriptedFeed.PassId(match, step)),
                calls.Where(call => !call.IsFacts).SelectMany(call => call.Ids));
        }
    }

    [Fact]
    public async Task A_batch_waits_for_the_answer_to_the_one_before()
    {
        var answer = new TaskCompletionSource();
        Ingest.Answer = async call =>
        {
            if (!call.IsFacts)
                await answer.Task;
            return call.Reply(_ => IngestStatus.Accepted);
        };
        var run = Run(Runner(new() { BatchSteps = 5 }), new ScriptedFeed(matches: 1, steps: 16));

        await Ingest.NextCallAsync();
        var held = await Ingest.NextCallAsync();
        Assert.Equal(5, held.Events.Length);
        Assert.Equal(2, Ingest.Calls.Count);

        answer.SetResult();
        await run;
        Assert.Equal(15, Ingest.Calls.Where(call => !call.IsFacts).Sum(call => call.Events.Length));
    }

    [Fact]
    public async Task Only_so_many_matches_are_read_and_played()
    {
        var read = new List<int>();

        var result = await Run(Runner(new() { Matches = 3 }), new ScriptedFeed(matches: 10, steps: 11) { OnRead = read.Add });

        Assert.Equal(30, result.Read);
        Assert.Equal([1, 2, 3], read);
    }
}
