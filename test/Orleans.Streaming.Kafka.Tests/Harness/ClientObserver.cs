using System.Collections.Concurrent;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>A client's consumer that takes records one by one.</summary>
internal sealed class ClientObserver(Journal journal) : IAsyncObserver<TestRecord>
{
    internal ConcurrentQueue<string> Taken { get; } = new();

    public async Task OnNextAsync(TestRecord item, StreamSequenceToken? token = null)
    {
        await journal.TakeAsync([item]);
        Taken.Enqueue(item.Text);
    }

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
