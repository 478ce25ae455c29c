using System.Collections.Concurrent;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace Orleans.Streaming.Kafka.Tests;

[ImplicitStreamSubscription(Namespace)]
internal sealed class TeamConsumerGrain : Grain, ITeamConsumerGrain, IStreamSubscriptionObserver, IAsyncBatchObserver<TestRecord>
{
    internal const string Namespace = "teams";

    internal static ConcurrentQueue<(string Team, string Text)> Taken { get; } = new();

    public async Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory)
        => await handleFactory.Create<TestRecord>().ResumeAsync(this);

    public async Task OnNextAsync(IList<SequentialItem<TestRecord>> items)
    {
        foreach (var item in items)
            Taken.Enqueue((this.GetPrimaryKeyString(), item.Item.Text));
        await Journal.Of(this.GetPrimaryKeyString()).TakeAsync([.. items.Select(item => item.Item)]);
    }

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
