using System.Text;
using Confluent.Kafka;

namespace Kafka.Embedded.Tests;

public sealed class RetentionTests
{
    private const int Large = 100_000;
    private static readonly TopicPartition Only = new("players", 0);

    [Fact]
    public async Task A_partition_keeps_the_newest_batches_that_fit_into_its_bytes()
    {
        await using var kafka = Start();
        await FillAsync(kafka, CompressionType.None, count: 80, i => Incompressible(i, Large));

        var (low, high) = Range(kafka);

        var kept = high - low;
        Assert.Equal(80, high);
        Assert.True(
            kept * Large <= EmbeddedKafka.RetainedBytesPerPartition && (kept + 1) * (Large + 200) > EmbeddedKafka.RetainedBytesPerPartition,
            $"expected as many records of {Large} bytes as fit into {EmbeddedKafka.RetainedBytesPerPartition}, saw {kept}");
    }

    [Theory]
    [InlineData(CompressionType.Lz4)]
    [InlineData(CompressionType.Zstd)]
    [InlineData(CompressionType.Gzip)]
    [InlineData(CompressionType.Snappy)]
    public async Task What_counts_is_the_compressed_size(CompressionType compression)
    {
        await using var kafka = Start();
        await FillAsync(kafka, compression, count: 200, _ => new string('x', Large));

        Assert.Equal((0L, 200L), Range(kafka));
    }

    [Fact]
    public async Task Each_partition_has_bytes_of_its_own()
    {
        await using var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("players", partitions: 2);
        await FillAsync(kafka, CompressionType.None, count: 80, i => Incompressible(i, Large));
        using var producer = Clients.Producer(kafka);
        await producer.ProduceAsync(new TopicPartition("players", 1), new Message<string, string> { Value = "alone" });

        using var consumer = Clients.Consumer(kafka, "checker");
        var other = consumer.QueryWatermarkOffsets(new TopicPartition("players", 1), Clients.Patience);
        Assert.Equal((0L, 1L), (other.Low.Value, other.High.Value));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(300, 0)]
    [InlineData(300, 10)]
    [InlineData(3000, 5)]
    public async Task Records_sent_one_by_one_are_kept_in_the_promised_number(int valueBytes, int headers)
    {
        await using var kafka = Start();
        var message = new Message<string, string> { Key = "7", Value = Incompressible(1, valueBytes), Headers = new Headers() };
        for (var i = 0; i < headers; i++)
            message.Headers.Add($"h{i:00}", Encoding.ASCII.GetBytes("value"));
        var recordBytes = 1 + valueBytes + (headers * 8);
        var promised = EmbeddedKafka.LeastRetainedRecords(recordBytes);
        FillAlone(kafka, message, count: EmbeddedKafka.RetainedBytesPerPartition / (60 + recordBytes));

        var (low, high) = Range(kafka);

        Assert.True(low > 0, $"expected more records than fit, saw {high} and none dropped");
        Assert.InRange(high - low, promised, promised * (100 + recordBytes) / (60 + recordBytes));
    }

    [Fact]
    public async Task A_group_that_fell_behind_is_told_that_its_offset_is_out_of_range()
    {
        await using var kafka = Start();
        await FillAsync(kafka, CompressionType.None, count: 80, i => Incompressible(i, Large));
        using var consumer = Clients.Consumer(kafka, "readers", config => config.AutoOffsetReset = AutoOffsetReset.Error);
        consumer.Assign(new TopicPartitionOffset(Only, 3));

        var behind = Assert.Throws<ConsumeException>(() => Clients.Take(consumer, 1));

        Assert.Equal(ErrorCode.Local_AutoOffsetReset, behind.Error.Code);
        Assert.Contains("Broker: Offset out of range", behind.Error.Reason, StringComparison.Ordinal);
    }

    private static EmbeddedKafka Start()
    {
        var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("players", partitions: 1);
        return kafka;
    }

    private static async Task FillAsync(EmbeddedKafka kafka, CompressionType compression, int count, Func<int, string> value)
    {
        using var producer = Clients.Producer(kafka, config => config.CompressionType = compression);
        for (var i = 0; i < count; i++)
            await producer.ProduceAsync(Only, new Message<string, string> { Value = value(i) });
    }

    private static void FillAlone(EmbeddedKafka kafka, Message<string, string> message, int count)
    {
        using var producer = Clients.Producer(kafka, config =>
        {
            config.BatchNumMessages = 1;
            config.QueueBufferingMaxMessages = count;
        });
        for (var i = 0; i < count; i++)
            producer.Produce(Only, message);
        Assert.Equal(0, producer.Flush(Clients.Patience));
    }

    private static (long Low, long High) Range(EmbeddedKafka kafka)
    {
        using var consumer = Clients.Consumer(kafka, "checker");
        var range = consumer.QueryWatermarkOffsets(Only, Clients.Patience);
        return (range.Low.Value, range.High.Value);
    }

    private static string Incompressible(int seed, int length)
        => string.Create(length, new Random(seed), (chars, random) =>
        {
            foreach (ref var c in chars)
                c = (char)random.Next(32, 127);
        });
}
