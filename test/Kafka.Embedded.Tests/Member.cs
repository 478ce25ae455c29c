using Confluent.Kafka;

namespace Kafka.Embedded.Tests;

/// <summary>
/// A group's member that polls on a thread of its own, as a silo does; under <c>group.protocol=consumer</c> when no strategy is named.
/// </summary>
internal sealed class Member : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _loop;

    internal Member(EmbeddedKafka kafka, string group, PartitionAssignmentStrategy? strategy)
    {
        Consumer = Clients.Consumer(kafka, group, config => Configure(config, strategy));
        Consumer.Subscribe(kafka.Topics.Keys);
        _loop = new Thread(Poll);
        _loop.Start();
    }

    internal IConsumer<string, string> Consumer { get; }

    internal int Partitions => Consumer.Assignment.Count;

    public void Dispose()
    {
        _stop.Cancel();
        _loop.Join();
        Consumer.Close();
        Consumer.Dispose();
        _stop.Dispose();
    }

    private static void Configure(ConsumerConfig config, PartitionAssignmentStrategy? strategy)
    {
        config.PartitionAssignmentStrategy = strategy;
        if (strategy is not null)
            return;
        config.GroupProtocol = GroupProtocol.Consumer;
        config.SessionTimeoutMs = null;
        config.HeartbeatIntervalMs = null;
    }

    private void Poll()
    {
        var pause = TimeSpan.FromMilliseconds(20);
        while (!_stop.IsCancellationRequested)
            Consumer.Consume(pause);
    }
}
