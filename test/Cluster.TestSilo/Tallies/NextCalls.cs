#if NEXT
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ShellCorp.Cluster.TestSilo.Tallies;

/// <summary>Calls of the next version, from a silo of the next version, without pause and one after the other, until the silo is told to go.</summary>
internal sealed partial class NextCalls(IServiceProvider services, IConfiguration configuration, IHostApplicationLifetime process, ILogger<NextCalls> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var count = configuration.GetValue<int>(TestParts.NextCallsKey);
        var started = new TaskCompletionSource();
        process.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var grains = services.GetRequiredService<IGrainFactory>();
        for (var round = 0; count > 0 && !process.ApplicationStopping.IsCancellationRequested;)
        {
            try
            {
                await CallAsync(grains, round % count, count + (round % count));
                LogAnswered(logger, ++round);
            }
            catch (Exception exception)
            {
                LogFailed(logger, exception);
            }
        }
    }

    /// <summary>One call of a method that every version has, with a field that only this one has; and one that only this version can answer.</summary>
    private static async Task CallAsync(IGrainFactory grains, int shared, int own)
    {
        var entry = new TallyEntry { Amount = 1, Weight = "heavy" };
        await grains.GetGrain<ITallyGrain>(shared).AddAsync(entry);
        var answer = await grains.GetGrain<ITallyGrain>(own).AddWeightedAsync(entry);
        if (answer is not { Version: 2, Weights: "heavy", Stored.Weights: "heavy", Counted.Weights: "heavy" })
            throw new InvalidOperationException($"Expected an answer of version 2 that knows the weight, got {answer}.");
    }

    [LoggerMessage(1, LogLevel.Information, "Next calls: {Rounds} rounds")]
    private static partial void LogAnswered(ILogger logger, int rounds);

    [LoggerMessage(2, LogLevel.Error, "Next call failed")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
#endif
