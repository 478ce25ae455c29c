using Orleans.Streams;
using Orleans.Streams.Core;

namespace Orleans.Streaming.Kafka.Tests;

[ImplicitStreamSubscription(Namespace)]
internal sealed class ItemConsumerGrain : Grain, IItemConsumerGrain, IStreamSubscriptionObserver, IAsyncObserver<TestRecord>
{
    internal const string Namespace = "items";

    public async Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory)
        => await handleFactory.Create<TestRecord>().ResumeAsync(this);

    public Task OnNextAsync(TestRecord item, StreamSequenceToken? token = null) => Journal.Of(this.GetPrimaryKeyString()).TakeAsync([item]);

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
