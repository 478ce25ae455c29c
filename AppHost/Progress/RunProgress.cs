using ShellCorp.Feeds.Running;

namespace ShellCorp.AppHost.Progress;

/// <summary>Tells the one who started a run how it goes.</summary>
internal abstract class RunProgress
{
    /// <summary>A live display on a terminal, plain lines elsewhere.</summary>
    public static RunProgress Create() =>
        Console.IsOutputRedirected || Spectre.Console.AnsiConsole.Profile.Capabilities is { Interactive: false }
            ? new PlainProgress(Console.Out)
            : new TerminalProgress(Spectre.Console.AnsiConsole.Console);

    public abstract void Started(Uri address, Uri reports, string bootstrapServers);

    /// <summary>Shows the runner's progress until <paramref name="run"/> ends.</summary>
    public abstract Task<FeedResult> FollowAsync(FeedRunner runner, Task<FeedResult> run);

    public abstract void Draining(long lag);

    public abstract void Played(FeedResult result, TimeSpan elapsed);

    public abstract void Reported(FileInfo file);

    public abstract void Stopping();

    public abstract void Failed(string reason);
}
