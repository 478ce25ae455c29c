using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// What Orleans calls when it has given a delivery up. Nothing hangs on it: the cursor has kept the records and hands them out again, and
/// subscriptions are never faulted.
/// </summary>
internal sealed class RetryingFailureHandler : IStreamFailureHandler
{
    /// <inheritdoc/>
    public bool ShouldFaultSubsriptionOnError => false;

    /// <inheritdoc/>
    public Task OnDeliveryFailure(GuidId subscriptionId, string streamProviderName, StreamId streamIdentity, StreamSequenceToken? sequenceToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task OnSubscriptionFailure(GuidId subscriptionId, string streamProviderName, StreamId streamIdentity, StreamSequenceToken? sequenceToken) => Task.CompletedTask;
}
