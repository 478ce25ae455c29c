using System.Diagnostics.Metrics;

namespace Orleans.Streaming.Kafka;

/// <summary>The instruments of one provider, on the meter <c>Orleans.Streaming.Kafka</c>.</summary>
internal sealed class KafkaStreamMetrics : IDisposable
{
    internal const string MeterName = "Orleans.Streaming.Kafka";

    private readonly Meter _meter;
    private readonly Counter<long> _delivered;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _deadLettered;
    private readonly KeyValuePair<string, object?> _provider;
    private long _totalDeadLettered;

    internal KafkaStreamMetrics(string provider, IMeterFactory? factory)
    {
        _meter = factory?.Create(MeterName) ?? new Meter(MeterName);
        _provider = new("provider", provider);
        _delivered = _meter.CreateCounter<long>("orleans.streaming.kafka.records_delivered", "{record}", "Records that consumers have taken.");
        _failures = _meter.CreateCounter<long>("orleans.streaming.kafka.delivery_failures", "{delivery}", "Deliveries that failed and are tried again.");
        _deadLettered = _meter.CreateCounter<long>("orleans.streaming.kafka.records_dead_lettered", "{record}", "Refused records that a dead-letter topic has acknowledged.");
    }

    /// <summary>Has the instruments tell each partition's lag whenever they are read.</summary>
    internal void Observe(Func<IReadOnlyList<KafkaPartitionStatus>> partitions)
        => _meter.CreateObservableGauge(
            "orleans.streaming.kafka.lag",
            () => partitions().Select(status => new Measurement<long>(status.Lag, _provider, new("topic", status.Topic), new("partition", status.Partition))),
            "{record}",
            "Records of a partition that are not finished.");

    internal long TotalDeadLettered => Interlocked.Read(ref _totalDeadLettered);

    internal void Delivered(AssignedPartition partition, int records) => _delivered.Add(records, _provider, new("topic", partition.Topic), new("partition", partition.Partition));

    internal void Failed(AssignedPartition partition) => _failures.Add(1, _provider, new("topic", partition.Topic), new("partition", partition.Partition));

    internal void DeadLettered(AssignedPartition partition)
    {
        Interlocked.Increment(ref _totalDeadLettered);
        _deadLettered.Add(1, _provider, new("topic", partition.Topic), new("partition", partition.Partition));
    }

    public void Dispose() => _meter.Dispose();
}
