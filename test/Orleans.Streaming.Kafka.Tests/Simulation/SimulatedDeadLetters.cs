using System.Collections.Concurrent;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>A dead-letter topic that now and then takes nothing.</summary>
internal sealed class SimulatedDeadLetters(SimulatedWorld world) : IDeadLetterWriter
{
    private readonly ConcurrentDictionary<long, int> _letters = new();

    internal bool Has(long offset) => _letters.ContainsKey(offset);

    public Task WriteAsync(KafkaRecord record, Refusal refusal, CancellationToken cancellationToken)
    {
        lock (world)
        {
            if (world.Happens(0.3))
                throw new TimeoutException("the dead-letter topic is away");
        }

        if (_letters.AddOrUpdate(record.Offset, 1, (_, count) => count + 1) > 1 && !world.HasRewound)
            world.Fail($"record {record.Offset} is dead-lettered twice");
        return Task.CompletedTask;
    }

    /// <summary>Waits until what has been acknowledged is known to the partition: writing goes on on other threads.</summary>
    internal async Task SettleAsync(AssignedPartition partition)
    {
        while (partition.GetStatus(endOffset: 0).DeadLettered < _letters.Count)
            await Task.Yield();
    }
}
