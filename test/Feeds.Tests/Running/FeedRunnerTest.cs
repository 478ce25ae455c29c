using ShellCorp.Feeds.Running;

namespace ShellCorp.Feeds.Tests.Running;

/// <summary>A runner on a clock that the test turns, before an ingest grain that the test scripts.</summary>
public abstract class FeedRunnerTest
{
    private protected FeedRunnerTest() => Ingest = new(Time);

    private protected WatchedTime Time { get; } = new();

    private protected CapturedLog Log { get; } = new();

    private protected ScriptedIngest Ingest { get; }

    private protected FeedRunner Runner(FeedRunnerOptions options) => new(new ScriptedGrains(Ingest), Time, Log, options);

    private protected static Task<FeedResult> Run(FeedRunner runner, IMatchFeed feed) =>
        runner.RunAsync(feed, TestContext.Current.CancellationToken).OrFail("the end of the run", () => runner.Progress);
}
