using Confluent.Kafka;
using Microsoft.Extensions.Options;
using ShellCorp.Analytics.Hosting;
using ShellCorp.Analytics.Landing;
using ShellCorp.Analytics.Warehouse;
using ShellCorp.Events;

namespace ShellCorp.Analytics.Operations;

/// <summary>Compares what the log has with what was loaded of it, by partition and day.</summary>
internal sealed class Verifier(IOptions<LogOptions> log, IWarehouse warehouse)
{
    private static readonly TimeSpan BrokerTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Reads the log from its oldest offset to the ledger's <c>next</c>, as a consumer that joins no group.</summary>
    public async Task<Verification> VerifyAsync(CancellationToken cancellationToken)
    {
        var positions = await warehouse.GetPositionsAsync(cancellationToken);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var differences = new List<Difference>();
        var events = 0L;
        using var consumer = LogClients.Reader(log.Value).Build();
        // An event that stands in the log twice counts where the warehouse has it: at the first partition and offset.
        foreach (var (partition, next) in positions.OrderBy(position => position.Key.Topic, StringComparer.Ordinal).ThenBy(position => position.Key.Number))
        {
            var oldest = consumer.QueryWatermarkOffsets(new(partition.Topic, partition.Number), BrokerTimeout).Low.Value;
            var expected = await Task.Run(() => Read(consumer, partition, oldest, next, seen, cancellationToken), cancellationToken);
            var found = await LoadedAsync(partition, oldest, next, cancellationToken);
            events += expected.Values.Sum(digest => digest.Count);
            differences.AddRange(expected.Keys.Union(found.Keys).Order()
                .Where(day => expected.GetValueOrDefault(day) != found.GetValueOrDefault(day))
                .Select(day => new Difference(
                    partition.Topic, partition.Number, day, expected.GetValueOrDefault(day).ToString(), found.GetValueOrDefault(day).ToString())));
        }

        return new(positions.Count, events, differences);
    }

    private async Task<Dictionary<DateOnly, Digest>> LoadedAsync(LogPartition partition, long oldest, long next, CancellationToken cancellationToken)
    {
        var result = await warehouse.QueryAsync(Digest.Select(partition.Topic), [partition.Topic, partition.Number, oldest, next], cancellationToken);
        return result.Rows.ToDictionary(row => DateOnly.FromDateTime((DateTime)row[0]!), row => new Digest((long)row[1]!, (long)row[2]!));
    }

    private static Dictionary<DateOnly, Digest> Read(
        IConsumer<byte[], byte[]> consumer, LogPartition partition, long oldest, long next, HashSet<string> seen, CancellationToken cancellationToken)
    {
        var days = new Dictionary<DateOnly, Digest>();
        if (oldest >= next)
            return days;
        consumer.Assign(new TopicPartitionOffset(partition.Topic, partition.Number, oldest));
        while (consumer.Consume(cancellationToken) is { } record && !record.IsPartitionEOF && record.Offset < next)
        {
            if (Decode(record) is { } item && seen.Add(item.Id))
            {
                var day = DateOnly.FromDateTime(item.At);
                days[day] = days.GetValueOrDefault(day) + Digest.Of(record.Offset, item.Event);
            }

            if (record.Offset == next - 1)
                break;
        }

        return days;
    }

    private static (string Id, DateTime At, object Event)? Decode(ConsumeResult<byte[], byte[]> record)
    {
        try
        {
            return LandedEvent.Decode(record);
        }
        catch (EventRefusedException)
        {
            // It is in the dead letters, and in no table.
            return null;
        }
    }
}
