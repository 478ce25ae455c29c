using Orleans.Streams;
using Orleans.Streams.Core;

namespace Orleans.Streaming.Kafka.Tests;

[ImplicitStreamSubscription(Namespace)]
internal sealed class ReluctantConsumerGrain : Grain, IReluctantConsumerGrain, IStreamSubscriptionObserver, IAsyncObserver<TestRecord>
{
    internal const string Namespace = "reluctant";

    public override Task OnActivateAsync(CancellationToken cancellationToken) => Journal.Of(this.GetPrimaryKeyString()).Activating(this.GetPrimaryKeyString());

    public async Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory)
        => await handleFactory.Create<TestRecord>().ResumeAsync(this);

    public Task OnNextAsync(TestRecord item, StreamSequenceToken? token = null) => Journal.Of(this.GetPrimaryKeyString()).TakeAsync([item]);

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
