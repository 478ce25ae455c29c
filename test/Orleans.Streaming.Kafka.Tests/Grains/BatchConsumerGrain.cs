using Orleans.Streams;
using Orleans.Streams.Core;

namespace Orleans.Streaming.Kafka.Tests;

[ImplicitStreamSubscription(Namespace)]
internal sealed class BatchConsumerGrain : Grain, IBatchConsumerGrain, IStreamSubscriptionObserver, IAsyncBatchObserver<TestRecord>
{
    internal const string Namespace = "batches";

    public async Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory)
        => await handleFactory.Create<TestRecord>().ResumeAsync(this);

    public Task OnNextAsync(IList<SequentialItem<TestRecord>> items)
        => Journal.Of(this.GetPrimaryKeyString()).TakeAsync([.. items.Select(item => item.Item)]);

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
