using System.Text;
using Confluent.Kafka;

namespace Kafka.Embedded.Tests;

public sealed class ProduceAndConsumeTests
{
    [Fact]
    public async Task Records_come_back_in_order_with_key_value_headers_and_timestamp()
    {
        await using var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("players", partitions: 1);
        using var producer = Clients.Producer(kafka);
        var at = new Timestamp(1_750_000_000_000, TimestampType.CreateTime);
        for (var i = 0; i < 100; i++)
        {
            var headers = new Headers { { "ce_id", Encoding.UTF8.GetBytes($"id-{i}") }, { "empty", null } };
            await producer.ProduceAsync("players", new Message<string, string> { Key = $"k{i % 7}", Value = $"v{i}", Headers = headers, Timestamp = at });
        }

        using var consumer = Clients.Consumer(kafka, "readers");
        consumer.Subscribe("players");
        var seen = Clients.Take(consumer, 100);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => ((long)i, $"k{i % 7}", $"v{i}", $"id-{i}")), seen.Select(Facts));
        Assert.All(seen, result => Assert.Equal(at.UnixTimestampMs, result.Message.Timestamp.UnixTimestampMs));
        Assert.All(seen, result => Assert.Null(result.Message.Headers.Single(header => header.Key == "empty").GetValueBytes()));
        consumer.Close();
    }

    private static (long Offset, string Key, string Value, string Id) Facts(ConsumeResult<string, string> result)
        => (result.Offset.Value, result.Message.Key, result.Message.Value, Encoding.UTF8.GetString(result.Message.Headers.GetLastBytes("ce_id")));
}
