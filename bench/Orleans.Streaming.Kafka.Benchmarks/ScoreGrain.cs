using Orleans.Streams;
using Orleans.Streams.Core;

namespace Orleans.Streaming.Kafka.Benchmarks;

[ImplicitStreamSubscription(Namespace)]
internal sealed class ScoreGrain : Grain, IScoreGrain, IStreamSubscriptionObserver, IAsyncBatchObserver<Score>
{
    internal const string Namespace = "scores";

    private static long _taken;
    private long _points;

    internal static long Taken => Interlocked.Read(ref _taken);

    /// <summary>Holds every delivery up while it isn't completed.</summary>
    internal static Task Gate { get; set; } = Task.CompletedTask;

    public async Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => await handleFactory.Create<Score>().ResumeAsync(this);

    public async Task OnNextAsync(IList<SequentialItem<Score>> items)
    {
        await Gate;
        foreach (var item in items)
            _points += item.Item.Points;
        Interlocked.Add(ref _taken, items.Count);
    }

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
