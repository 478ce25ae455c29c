using System.Text;
using Confluent.Kafka;
using Microsoft.Extensions.Configuration;
using Orleans.TestingHost;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Grains.Hosting;
using ShellCorp.Market;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Market;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Oltp.Tests.Market;

/// <summary>The market's events, as a plain Kafka client reads them.</summary>
public sealed class MarketLogTests(SharedPostgres postgres)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task What_happens_in_the_market_is_in_the_topic_once_for_each_number_whichever_silo_lives()
    {
        await using var brokers = EmbeddedBrokers.Start();
        await using var cluster = await StartAsync(brokers.BootstrapServers, await postgres.Server.CreateDatabaseAsync());
        var office = cluster.Client.GetGrain<IMarketOfficeGrain>(0);
        await office.SaveAgentAsync(new() { AgentId = new(1), Name = "Ana" }, default);
        await office.VerifyAsync(new(1), default);
        await office.SaveClubAsync(new() { ClubId = new(5), Name = "Harbour" }, default);
        await office.SavePlayerAsync(new() { PlayerId = new(7), Name = "Mateo", Role = PlayerRole.Forward, Born = new(2001, 1, 1) }, default);
        await office.RepresentAsync(new(1), new(7), default);
        await office.IssueAsync(Guid.NewGuid(), AccountId.Of(new AgentId(1)), 1_000, default);

        var first = await PitchAsync(cluster);
        await cluster.KillSiloAsync(cluster.Silos[0]);
        var second = await PitchAsync(cluster);
        await cluster.Client.GetGrain<IClubDeskGrain>(5).ViewAsync(second, default);

        var records = Read(brokers.BootstrapServers, "market/7/3");
        Assert.Equal(["market/7/1", "market/7/2", "market/7/3"], records.Select(record => Header(record, EventHeaders.Id)).Distinct());
        Assert.Equal(
            [(first, MarketEventKind.PitchSent), (second, MarketEventKind.PitchSent), (second, MarketEventKind.PitchViewed)],
            records.Select(Decode).DistinctBy(happened => happened.Sequence).Select(happened => (happened.PitchId!.Value, happened.Kind)));
    }

    private static async Task<PitchId> PitchAsync(InProcessTestCluster cluster)
    {
        var requirement = await cluster.Client.GetGrain<IClubDeskGrain>(5).RequireAsync(
            Guid.NewGuid(), new() { Role = PlayerRole.Forward, Budget = 9, Deal = Deal.Loan }, default);
        return await cluster.Client.GetGrain<IAgentDeskGrain>(1).PitchAsync(Guid.NewGuid(), MarketScene.Draft(requirement, new(7)), default);
    }

    private static List<Message<byte[], byte[]>> Read(string brokers, string lastId)
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig { BootstrapServers = brokers, GroupId = "test", AutoOffsetReset = AutoOffsetReset.Earliest }).Build();
        consumer.Assign(Enumerable.Range(0, 4).Select(partition => new TopicPartitionOffset(Topics.MarketEvents, partition, Offset.Beginning)));
        var (records, since) = (new List<Message<byte[], byte[]>>(), TimeProvider.System.GetTimestamp());
        while (!records.Any(record => Header(record, EventHeaders.Id) == lastId))
        {
            if (consumer.Consume(TimeSpan.FromMilliseconds(200)) is { } result)
                records.Add(result.Message);
            Assert.True(
                TimeProvider.System.GetElapsedTime(since) < Patience,
                $"expected {lastId} within {Patience}, saw {string.Join(", ", records.Select(record => Header(record, EventHeaders.Id)))}");
        }

        return records;
    }

    private static MarketEvent Decode(Message<byte[], byte[]> record) => (MarketEvent)CloudEventCodec.Decode(
        Topics.MarketEvents, record.Key, record.Value, record.Headers.Select(header => new EventHeader(header.Key, header.GetValueBytes())));

    private static string Header(Message<byte[], byte[]> record, string name) => Encoding.UTF8.GetString(record.Headers.GetLastBytes(name));

    private static async Task<InProcessTestCluster> StartAsync(string brokers, string connectionString)
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Configuration.AddInMemoryCollection(
            [
                new($"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}", connectionString),
                new($"{KafkaOptions.Section}:BootstrapServers", brokers),
                new($"{KafkaOptions.Section}:IsEmbedded", "true"),
            ]);
            host.AddKafkaLog();
        });
        builder.ConfigureSilo((_, silo) => silo.AddMarket().AddMarketRelay().AddShellCorpGrains());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
