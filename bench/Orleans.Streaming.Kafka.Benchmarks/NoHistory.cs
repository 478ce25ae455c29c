namespace Orleans.Streaming.Kafka.Benchmarks;

internal sealed class NoHistory : IHistory
{
    public IHistoryReader Open(string topic, int partition, long from, long end) => throw new NotSupportedException("No benchmark goes back.");
}
