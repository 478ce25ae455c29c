using Orleans.Streams;

namespace Orleans.Streaming.Kafka.Tests;

internal sealed class ExplicitConsumerGrain : Grain, IExplicitConsumerGrain, IAsyncObserver<TestRecord>
{
    public Task SubscribeAsync(string streamNamespace) => Stream(streamNamespace).SubscribeAsync(this);

    public Task SubscribeFromAsync(string streamNamespace, string topic, long offset)
        => Stream(streamNamespace).SubscribeAsync(this, KafkaSequenceToken.RewindTo(topic, partition: 0, offset));

    public async Task UnsubscribeAsync(string streamNamespace)
    {
        foreach (var handle in await Stream(streamNamespace).GetAllSubscriptionHandles())
            await handle.UnsubscribeAsync();
    }

    public Task SendAsync(string streamNamespace, string text) => Stream(streamNamespace).OnNextAsync(new TestRecord("", text, 0, 0));

    public Task OnNextAsync(TestRecord item, StreamSequenceToken? token = null) => Journal.Of(this.GetPrimaryKeyString()).TakeAsync([item]);

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;

    private IAsyncStream<TestRecord> Stream(string streamNamespace)
        => this.GetStreamProvider(KafkaScene.Provider).GetStream<TestRecord>(streamNamespace, this.GetPrimaryKeyString());
}
