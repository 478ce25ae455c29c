namespace Orleans.Streaming.Kafka;

/// <summary>The call by which Orleans delivers a batch: DeliverBatch(subscriptionId, streamId, batch, handshakeToken, cancellationToken).</summary>
internal static class DeliveryCall
{
    internal const string Consumers = "Orleans.Streams.IStreamConsumerExtension";
    internal const int BatchArgument = 2;
    internal const int HandshakeArgument = 3;

    /// <summary>The batch that a call delivers, or null if it is another call or another provider's batch.</summary>
    internal static KafkaBatchContainer? BatchOf(IGrainCallContext context)
        => IsToConsumer(context) && context.Request.GetArgumentCount() > HandshakeArgument
            ? context.Request.GetArgument(BatchArgument) as KafkaBatchContainer
            : null;

    internal static bool IsToConsumer(IGrainCallContext context) => string.Equals(context.InterfaceName, Consumers, StringComparison.Ordinal);
}
