using Confluent.Kafka;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Events;
using ShellCorp.Grains.Interfaces.Tests.Events;
using ShellCorp.Players;

namespace ShellCorp.Cluster.Tests;

/// <summary>docs/events.md at its word: its examples, sent by a plain Kafka client, give what it says comes out.</summary>
public sealed class DocumentedEventsTests
{
    private const string Last = "doc-goal";

    [Fact]
    public async Task The_documented_rating_comes_out_of_the_examples_up_to_the_goal()
    {
        var documented = (LiveRatingUpdate)DocumentedRecord.All.Single(record => record.Topic == Topics.LiveRatingUpdates).Decode();
        var examples = DocumentedRecord.All.ToList();
        await using var system = await ClusterSystem.StartAsync(silos: 1);
        using var producer = new ProducerBuilder<string, string>(
            new ProducerConfig { BootstrapServers = system.Kafka.BootstrapServers, Partitioner = Partitioner.Murmur2Random }).Build();

        foreach (var example in examples[..(examples.FindIndex(record => record.Headers.Contains(("ce_id", Last))) + 1)])
            await ProduceAsync(producer, example);
        await system.SettleAsync();

        var rating = await system.Grains.GetGrain<IPlayerRatingGrain>(documented.PlayerId.Value).GetRatingAsync(documented.MatchId, CancellationToken.None);
        Assert.Equivalent(documented, rating!.Live, strict: true);
    }

    private static async Task ProduceAsync(IProducer<string, string> producer, DocumentedRecord record)
    {
        var headers = new Headers();
        foreach (var (name, value) in record.Headers)
            headers.Add(name, System.Text.Encoding.UTF8.GetBytes(value));
        await producer.ProduceAsync(record.Topic, new() { Key = record.Key, Value = record.Value, Headers = headers });
    }
}
