
namespace Orleans.Streaming.Kafka;

/// <summary>
/// Joins the group after Orleans has started its agents, and leaves it before anything of the silo stops: stages stop in the reverse
/// order, so what is above <see cref="ServiceLifecycleStage.Active"/> stops first, while grains are still there to take what is under way.
/// </summary>
internal sealed class KafkaConsumerLifecycle(KafkaStreamsRuntime runtime) : ILifecycleParticipant<ISiloLifecycle>
{
    internal const int Stage = ServiceLifecycleStage.Active + 1;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle observer)
        => observer.Subscribe($"Kafka streams {runtime.Name}", Stage, StartAsync, runtime.Consumer.StopAsync);

    private Task StartAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        runtime.Consumer.Start();
        return Task.CompletedTask;
    }
}
