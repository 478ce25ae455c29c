namespace Orleans.Streaming.Kafka;

/// <summary>
/// Stands at the consumer's side of deliveries. Observers of single items take a batch one by one; if one fails, this tells the provider
/// which, so that those before it are not delivered again.
/// </summary>
internal sealed class ConsumptionFilter : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
        => DeliveryCall.BatchOf(context) is { } batch ? ConsumeAsync(context, batch) : context.Invoke();

    private static async Task ConsumeAsync(IIncomingGrainCallContext context, KafkaBatchContainer batch)
    {
        batch.BeginConsumption();
        try
        {
            await context.Invoke();
        }
        catch (Exception exception) when (batch.FailedItem is not null)
        {
            throw new ItemFailedException(batch.FailedItem.Value, exception);
        }
    }
}
