using System.Diagnostics;
using System.Text;
using Confluent.Kafka;
using Kafka.Embedded;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Market;

namespace ShellCorp.Grains.Interfaces.Tests.Events;

/// <summary>The commands of docs/events.md, run as they stand against a broker.</summary>
public sealed class KcatTests
{
    private const int Partitions = 5;
    private static readonly string[] Documented = [Topics.PlayerUpdates, Topics.MatchUpdates, Topics.LiveRatingUpdates, Topics.PlayerAttention, Topics.MarketEvents];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_documented_commands_send_the_documented_records_where_our_own_producers_would()
    {
        Assert.SkipUnless(await IsInstalledAsync(), "kcat isn't installed.");
        await using var kafka = EmbeddedKafka.Start();
        foreach (var topic in Documented)
            kafka.CreateTopic(topic, Partitions);

        foreach (var documented in DocumentedRecord.All)
        {
            await RunAsync(documented.Command.Replace("localhost:9092", kafka.BootstrapServers, StringComparison.Ordinal));
            await ProduceAsync(kafka, documented);
        }

        var results = Consume(kafka, 2 * DocumentedRecord.All.Count).ToLookup(IdOf);
        Assert.All(DocumentedRecord.All, documented =>
        {
            var twice = results[documented.Headers.Single(header => header.Name == EventHeaders.Id).Value].ToList();
            Assert.Equal(2, twice.Count);
            Assert.Single(twice.Select(result => result.TopicPartition).Distinct());
            Assert.All(twice, result => Assert.Equal(Json(documented.Decode()), Json(Decode(result))));
        });
    }

    private static async Task<bool> IsInstalledAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", "command -v kcat"]) { RedirectStandardOutput = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0;
    }

    private static async Task RunAsync(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, $"Exit code {process.ExitCode} of {command}: {await errors}");
    }

    private static async Task ProduceAsync(EmbeddedKafka kafka, DocumentedRecord documented)
    {
        var config = new ProducerConfig { BootstrapServers = kafka.BootstrapServers, Acks = Acks.All, Partitioner = Partitioner.Murmur2Random };
        using var producer = new ProducerBuilder<string, string>(config).Build();
        var headers = new Headers();
        foreach (var (name, value) in documented.Headers)
            headers.Add(name, Encoding.UTF8.GetBytes(value));

        var message = new Message<string, string> { Key = documented.Key, Value = documented.Value, Headers = headers };
        await producer.ProduceAsync(documented.Topic, message).WaitAsync(Patience);
    }

    private static List<ConsumeResult<byte[], byte[]>> Consume(EmbeddedKafka kafka, int count)
    {
        var config = new ConsumerConfig { BootstrapServers = kafka.BootstrapServers, GroupId = "kcat-tests", EnableAutoCommit = false };
        using var consumer = new ConsumerBuilder<byte[], byte[]>(config).Build();
        consumer.Assign(
            from topic in Documented
            from partition in Enumerable.Range(0, Partitions)
            select new TopicPartitionOffset(topic, partition, Offset.Beginning));
        var results = new List<ConsumeResult<byte[], byte[]>>();
        while (results.Count < count)
        {
            var result = consumer.Consume(Patience);
            Assert.True(result is not null, $"Expected {count} records within {Patience} each, saw {results.Count}.");
            results.Add(result);
        }

        consumer.Close();
        return results;
    }

    private static string IdOf(ConsumeResult<byte[], byte[]> result) => Encoding.UTF8.GetString(result.Message.Headers.GetLastBytes(EventHeaders.Id));

    private static object Decode(ConsumeResult<byte[], byte[]> result) => CloudEventCodec.Decode(
        result.Topic,
        result.Message.Key,
        result.Message.Value,
        result.Message.Headers.Select(header => new EventHeader(header.Key, header.GetValueBytes())));

    private static string Json(object update)
    {
        var record = update switch
        {
            PlayerUpdate player => CloudEventCodec.Encode(player),
            MatchUpdate match => CloudEventCodec.Encode(match),
            MarketEvent market => CloudEventCodec.Encode(market),
            PlayerAttention attention => CloudEventCodec.Encode(attention),
            _ => CloudEventCodec.Encode((LiveRatingUpdate)update),
        };
        var headers = record.Headers.Select(header => $"{header.Name}: {Encoding.UTF8.GetString(header.Value)}");
        return string.Join('\n', [.. headers, Encoding.UTF8.GetString(record.Value)]);
    }
}
