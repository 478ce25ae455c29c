using System.Text;
using Confluent.Kafka;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Players;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.Cluster.Tests;

/// <summary>Records put straight on the topic by a plain Kafka client.</summary>
public sealed class PoisonTests
{
    private static readonly PlayerId Player = new(77);
    private static readonly MatchId Match = new(5);

    [Fact]
    public async Task Malformed_records_go_to_the_dead_letters_and_their_neighbours_on_both_sides_are_applied()
    {
        await using var system = await ClusterSystem.StartAsync(silos: 2);
        using var producer = new ProducerBuilder<byte[], byte[]>(
            new ProducerConfig { BootstrapServers = system.Kafka.BootstrapServers, Partitioner = Partitioner.Murmur2Random }).Build();

        await ProduceAsync(producer, Valid("before"));
        string[] reasons = ["JSON", "shellcorp.player-update.v9", "playerId", "minute", "kind"];
        await ProduceAsync(producer, Valid("broken") with { Value = Encoding.UTF8.GetBytes("{\"matchId\":5,") });
        await ProduceAsync(producer, OfType("shellcorp.player-update.v9"));
        await ProduceAsync(producer, Valid("other key") with { Key = Encoding.UTF8.GetBytes("78") });
        await ProduceAsync(producer, Valid("negative") with { Value = Replaced("\"minute\":12", "\"minute\":-1") });
        await ProduceAsync(producer, Valid("unknown kind") with { Value = Replaced("\"pass\"", "\"teleport\"") });
        await ProduceAsync(producer, Valid("after"));
        await system.SettleAsync();

        var rating = await system.Grains.GetGrain<IPlayerRatingGrain>(Player.Value).GetRatingAsync(Match, CancellationToken.None);
        Assert.Equal(2, rating!.Live.Events);
        var dead = ReadDeadLetters(system, reasons.Length);
        Assert.Equal(reasons.Length, dead.Count);
        foreach (var reason in reasons)
            Assert.Single(dead, letter => letter.Contains(reason, StringComparison.Ordinal));
    }

    private static EncodedEvent Valid(string id) => CloudEventCodec.Encode(
        new PlayerUpdate { Id = id, MatchId = Match, PlayerId = Player, Kind = PlayerAction.Pass, Outcome = ActionOutcome.Success, Time = new(MatchPeriod.FirstHalf, 12, 0) });

    private static EncodedEvent OfType(string type)
    {
        var valid = Valid("newer");
        return valid with { Headers = [.. valid.Headers.Select(header => header.Name == EventHeaders.Type ? EventHeader.Of(header.Name, type) : header)] };
    }

    private static byte[] Replaced(string what, string by)
    {
        var text = Encoding.UTF8.GetString(Valid("x").Value);
        Assert.Contains(what, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(what, by, StringComparison.Ordinal));
    }

    private static async Task ProduceAsync(IProducer<byte[], byte[]> producer, EncodedEvent item)
    {
        var headers = new Headers();
        foreach (var (name, value) in item.Headers)
            headers.Add(name, value);
        await producer.ProduceAsync(item.Topic, new() { Key = item.Key, Value = item.Value, Headers = headers });
    }

    /// <summary>The reasons, as the headers of the dead letters tell them.</summary>
    private static List<string> ReadDeadLetters(ClusterSystem system, int count)
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(
            new ConsumerConfig { BootstrapServers = system.Kafka.BootstrapServers, GroupId = "test", EnablePartitionEof = true }).Build();
        consumer.Assign(new TopicPartitionOffset(Topics.PlayerUpdates + LogTopics.DeadLetterSuffix, 0, Offset.Beginning));
        var reasons = new List<string>();
        while (reasons.Count <= count && consumer.Consume(Patience.Limit) is { IsPartitionEOF: false } letter)
            reasons.Add(Encoding.UTF8.GetString(letter.Message.Headers.GetLastBytes("dlq-reason")));
        return reasons;
    }
}
