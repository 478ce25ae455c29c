using System.Diagnostics;
using ShellCorp.AppHost.Progress;
using ShellCorp.AppHost.Reports;
using ShellCorp.Feeds;
using ShellCorp.Feeds.Running;
using ShellCorp.Feeds.Simulator;
using ShellCorp.Feeds.Wyscout;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.AppHost.Running;

/// <summary>One run of the whole product: start, play a feed, wait until all of it has taken effect, report, stop.</summary>
internal static class Run
{
    private const int SimulatedMatches = 8;

    /// <summary>Each match is held in memory while it is played; at full speed more at once would not be faster.</summary>
    private const int AtOnceAtFullSpeed = 64;

    /// <summary>Ctrl+C cancels: everything stops in order, and the exit code is 0 unless the run was to end by itself.</summary>
    public static async Task<int> ExecuteAsync(RunOptions options, CancellationToken cancellationToken)
    {
        var progress = RunProgress.Create();
        try
        {
            await using var system = await EmbeddedSystem.StartAsync(options.Silos, options.Port, cancellationToken);
            progress.Started(system.Address, system.Reports, system.BootstrapServers);
            using var stopping = cancellationToken.Register(progress.Stopping);
            await new HaltWatch(system.Streams, TimeProvider.System, () => system.HasAnalytics).RunAsync(token => PlayAsync(system, options, progress, token), cancellationToken);
            if (!options.ExitWhenDone)
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return options.ExitWhenDone ? 130 : 0;
        }
        catch (Exception exception) when (exception is FeedFormatException or StreamHaltedException)
        {
            progress.Failed(exception.Message);
            return 1;
        }
    }

    private static async Task PlayAsync(EmbeddedSystem system, RunOptions options, RunProgress progress, CancellationToken cancellationToken)
    {
        var grains = system.Services.GetRequiredService<IGrainFactory>();
        var log = system.Services.GetRequiredService<LogInspector>();
        var kafka = system.Services.GetRequiredService<KafkaOptions>();
        var runner = new FeedRunner(grains, TimeProvider.System, system.Services.GetRequiredService<ILogger<FeedRunner>>(),
            new FeedRunnerOptions
            {
                Matches = options.Matches ?? 0,
                Speed = options.Speed.Factor,
                ConcurrentMatches = options.Speed.Factor is null ? AtOnceAtFullSpeed : 0,
            });

        var started = Stopwatch.GetTimestamp();
        var result = await progress.FollowAsync(runner, runner.RunAsync(Choose(options), cancellationToken));
        await new Quiescence(log, kafka, TimeProvider.System).WaitAsync(progress.Draining, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        progress.Played(result, elapsed);

        if (options.Report is { } file)
        {
            var report = await new ReportBuilder(grains, log, kafka).BuildAsync(result, elapsed, cancellationToken);
            await ReportBuilder.WriteAsync(report, file, cancellationToken);
            progress.Reported(file);
        }
    }

    private static IMatchFeed Choose(RunOptions options) =>
        options.Feed.WyscoutFolder is { } folder
            ? new WyscoutFeed(folder.FullName)
            : new SimulatorFeed(seed: 2026, options.Matches ?? SimulatedMatches);
}
