
namespace Orleans.Streaming.Kafka;

/// <summary>
/// Stands in the calls by which pulling agents deliver batches, and reports to the cursor at once what became of each. Failures end here:
/// the agent would retry them for a limited time and then pass over the batch, so it is told of success, and the cursor hands the batch
/// out again when it is due.
/// </summary>
internal sealed class DeliveryFilter : IOutgoingGrainCallFilter
{
    private const string Consumers = "Orleans.Streams.IStreamConsumerExtension";
    private const int BatchArgument = 2;

    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (!string.Equals(context.InterfaceName, Consumers, StringComparison.Ordinal))
            return context.Invoke();
        return context.Request.GetArgumentCount() > BatchArgument && context.Request.GetArgument(BatchArgument) is KafkaBatchContainer { Delivery: { } delivery }
            ? DeliverAsync(context, delivery)
            : context.Invoke();
    }

    private static async Task DeliverAsync(IOutgoingGrainCallContext context, Delivery delivery)
    {
        if (!delivery.TryBegin(context.Request))
        {
            context.Result = null;
            return;
        }

        try
        {
            await context.Invoke();
        }
        catch (ClientNotAvailableException)
        {
            delivery.Abandon();
            throw;
        }
        catch (Exception exception)
        {
            delivery.Fail(exception);
            context.Result = null;
            return;
        }

        if (context.Result is null)
            delivery.Accept();
        else
            delivery.Reposition();
    }
}
