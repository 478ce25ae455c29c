using System.Collections.Concurrent;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace Orleans.Streaming.Kafka.Tests;

[ImplicitStreamSubscription(Namespace)]
internal sealed class NumberedConsumerGrain : Grain, INumberedConsumerGrain, IStreamSubscriptionObserver, IAsyncObserver<TestRecord>
{
    internal const string Namespace = "numbered";

    internal static ConcurrentQueue<(long Key, string Text)> Taken { get; } = new();

    public async Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory)
        => await handleFactory.Create<TestRecord>().ResumeAsync(this);

    public Task OnNextAsync(TestRecord item, StreamSequenceToken? token = null)
    {
        Taken.Enqueue((this.GetPrimaryKeyLong(), item.Text));
        return Task.CompletedTask;
    }

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
