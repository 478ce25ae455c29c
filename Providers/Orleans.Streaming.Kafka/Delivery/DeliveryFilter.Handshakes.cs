using Microsoft.Extensions.Logging;

namespace Orleans.Streaming.Kafka;

/// <content>
/// The question where a consumer stands, which an agent asks before the first delivery. It reads nothing more of its partition until it
/// has an answer, so a consumer that gives none in time counts as one without a position: it names it at the first delivery instead.
/// </content>
internal sealed partial class DeliveryFilter
{
    private const string Question = "GetSequenceToken";

    private AssignedPartition? AskedFor(IOutgoingGrainCallContext context)
        => DeliveryCall.IsToConsumer(context) && string.Equals(context.MethodName, Question, StringComparison.Ordinal)
            ? _agents.Value.PartitionOf(context.SourceId)
            : null;

    private async Task AskAsync(IOutgoingGrainCallContext context, AssignedPartition partition)
    {
        var number = partition.BeginHandshake();
        if (!partition.Options.Rewindable)
        {
            // Such consumers keep no position, so there is nothing to wait for.
            context.Result = null;
            partition.EndHandshake(number);
            return;
        }

        var call = context.Invoke();
        try
        {
            await call.WaitAsync(partition.Options.HandshakeTimeout, time);
        }
        catch (ClientNotAvailableException)
        {
            throw;
        }
        catch (Exception exception)
        {
            LogNoAnswer(logger, exception, context.TargetId, partition.Topic, partition.Partition);
            context.Result = null;
            _ = ObserveAsync(call);
        }
        finally
        {
            partition.EndHandshake(number);
        }
    }

    // Its end no longer matters to anybody, but an exception nobody has looked at would be reported as a fault of the process.
    private static async Task ObserveAsync(Task call) => await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(2400, LogLevel.Warning, "{Consumer} did not tell where it stands in {Topic} [{Partition}]; it gets its records all the same.")]
    private static partial void LogNoAnswer(ILogger logger, Exception exception, GrainId consumer, string topic, int partition);
}
