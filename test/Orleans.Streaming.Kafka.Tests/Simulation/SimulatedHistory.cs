namespace Orleans.Streaming.Kafka.Tests;

/// <summary>The past of the simulated partition, which now and then can't be read.</summary>
internal sealed class SimulatedHistory(SimulatedWorld world, List<KafkaRecord> log) : IHistory
{
    private const int MaxRecords = 3;

    public IHistoryReader Open(string topic, int partition, long from, long end) => new Reader(world, log, from, end);

    private sealed class Reader(SimulatedWorld world, List<KafkaRecord> log, long from, long end) : IHistoryReader
    {
        private long _next = from;

        public Task<(IReadOnlyList<CachedRecord> Records, long Next)> ReadAsync(Predicate<KafkaRecord> isWanted, CancellationToken cancellationToken)
        {
            lock (world)
            {
                if (world.Happens(0.2))
                    throw new TimeoutException("the topic is away");
            }

            var records = new List<CachedRecord>();
            lock (log)
            {
                for (; _next < end && records.Count < MaxRecords; _next++)
                {
                    if (isWanted(log[(int)_next]))
                        records.Add(new CachedRecord(log[(int)_next], size: 100));
                }
            }

            return Task.FromResult<(IReadOnlyList<CachedRecord>, long)>((records, _next));
        }

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
