using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Stands in the calls by which pulling agents deliver batches, and reports to the cursor at once what became of each. Failures end here:
/// the agent would retry them for a limited time and then pass over the batch, so it is told of success, and the cursor hands the batch
/// out again when it is due.
/// </summary>
internal sealed partial class DeliveryFilter(IServiceProvider services, ILogger<DeliveryFilter> logger, TimeProvider time) : IOutgoingGrainCallFilter
{
    // Filters are made before what the providers need is.
    private readonly Lazy<PullingAgents> _agents = new(services.GetRequiredService<PullingAgents>);

    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (!DeliveryCall.IsToConsumer(context))
            return context.Invoke();
        if (DeliveryCall.BatchOf(context) is { Delivery: { } delivery } batch)
            return DeliverAsync(context, batch, delivery);
        return AskedFor(context) is { } partition ? AskAsync(context, partition) : context.Invoke();
    }

    private static async Task DeliverAsync(IOutgoingGrainCallContext context, KafkaBatchContainer batch, Delivery delivery)
    {
        if (!delivery.TryBegin(context.Request))
        {
            context.Result = null;
            batch.EndSpan(exception: null);
            return;
        }

        Exception? failure = null;
        try
        {
            await context.Invoke();
            delivery.Conclude(isAccepted: context.Result is null);
        }
        catch (ClientNotAvailableException exception)
        {
            failure = exception;
            delivery.Abandon();
            throw;
        }
        catch (Exception exception)
        {
            failure = exception;
            delivery.Fail(exception);
            context.Result = null;
        }
        finally
        {
            batch.EndSpan(failure);
        }
    }
}
