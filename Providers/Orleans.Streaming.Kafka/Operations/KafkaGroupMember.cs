namespace Orleans.Streaming.Kafka;

/// <inheritdoc/>
internal sealed class KafkaGroupMember(KafkaStreamsRuntime runtime) : IKafkaGroupMember
{
    public string Provider => runtime.Name;

    public Task LeaveAsync(CancellationToken cancellationToken = default) => runtime.Consumer.StopAsync(cancellationToken);
}
