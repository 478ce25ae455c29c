using Microsoft.Extensions.Logging;
using Orleans.Providers.Streams.Common;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Joins the group after Orleans has started its agents, and leaves it before anything of the silo stops: stages stop in the reverse
/// order, so what is above <see cref="ServiceLifecycleStage.Active"/> stops first, while grains are still there to take what is under way.
/// </summary>
internal sealed partial class KafkaConsumerLifecycle(KafkaStreamsRuntime runtime, IGrainFactory grains) : ILifecycleParticipant<ISiloLifecycle>
{
    internal const int Stage = ServiceLifecycleStage.Active + 1;

    private const int Attempts = 3;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle observer)
        => observer.Subscribe($"Kafka streams {runtime.Name}", Stage, StartAsync, runtime.Consumer.StopAsync);

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; !await TryLearnEpochsAsync(attempt, cancellationToken) && attempt < Attempts; attempt++)
            await Task.Delay(runtime.Options.RetryBackoffMin, runtime.Context.Time, cancellationToken);
        runtime.Consumer.Start();
    }

    /// <summary>Rewinds that happened before this silo was there concern the consumers in the memory of other silos.</summary>
    private async Task<bool> TryLearnEpochsAsync(int attempt, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await grains.GetGrain<IManagementGrain>(0)
                .SendControlCommandToProvider<PersistentStreamProvider>(runtime.Name, (int)ControlCommand.GetEpochs, arg: null, cancellationToken);
            foreach (var epochs in answers.OfType<ReadingEpochs>())
                runtime.Context.Epochs.Add(epochs);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNoEpochs(runtime.Context.Logger, exception, runtime.Name, attempt);
            return false;
        }
    }

    [LoggerMessage(2500, LogLevel.Warning, "Not all silos told provider {Provider} of rewinds, attempt {Attempt}; until a rewind that is under way has caught up, consumers in their memory may keep positions from before it.")]
    private static partial void LogNoEpochs(ILogger logger, Exception exception, string provider, int attempt);
}
