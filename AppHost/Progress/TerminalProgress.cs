using System.Globalization;
using ShellCorp.Feeds.Running;
using Spectre.Console;

namespace ShellCorp.AppHost.Progress;

/// <summary>A display that moves, for a person at a terminal.</summary>
internal sealed class TerminalProgress(IAnsiConsole console) : RunProgress
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);
    private bool _draining;

    public override void Started(Uri address, Uri reports, string bootstrapServers)
    {
        console.MarkupLineInterpolated($"[bold green]ShellCorp[/] serves at [link]{address}[/]");
        console.MarkupLineInterpolated($"[grey]Reports: {reports}openapi/v1.json · Kafka: {bootstrapServers} · in memory, gone when this stops · Ctrl+C stops[/]");
    }

    public override async Task<FeedResult> FollowAsync(FeedRunner runner, Task<FeedResult> run)
    {
        await console.Status().Spinner(Spinner.Known.Dots).StartAsync("Kick-off", async status =>
        {
            using var timer = new PeriodicTimer(Refresh);
            while (!run.IsCompleted)
            {
                var now = runner.Progress;
                status.Status = string.Create(CultureInfo.InvariantCulture,
                    $"{now.MatchesRunning} matches running, {now.MatchesFinished} finished · {now.Read:n0} rows, {now.Rejected:n0} rejected");
                await Task.WhenAny(run, timer.WaitForNextTickAsync().AsTask());
            }
        });
        return await run;
    }

    public override void Draining(long lag)
    {
        if (!_draining && lag > 0)
            console.MarkupLineInterpolated($"[grey]All rows are sent, {lag} records are on their way[/]");
        _draining = true;
    }

    public override void Played(FeedResult result, TimeSpan elapsed) =>
        console.MarkupLineInterpolated(
            $"[bold]{result.Feed}[/]: {result.Read:n0} rows read, {result.Accepted:n0} accepted, {result.Rejected:n0} rejected, all in effect after {elapsed.TotalSeconds:0.0} s");

    public override void Reported(FileInfo file) => console.MarkupLineInterpolated($"Report written to {file.FullName}");

    public override void Stopping() => console.MarkupLine("[grey]Stopping[/]");

    public override void Failed(string reason) => console.MarkupLineInterpolated($"[red]{reason}[/]");
}
