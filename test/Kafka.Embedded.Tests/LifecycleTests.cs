using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Confluent.Kafka;

namespace Kafka.Embedded.Tests;

public sealed class LifecycleTests
{
    [Fact]
    public async Task Two_clusters_side_by_side_share_nothing()
    {
        await using var home = EmbeddedKafka.Start();
        await using var away = EmbeddedKafka.Start(new EmbeddedKafkaOptions { Brokers = 2 });
        home.CreateTopic("players", partitions: 1);
        away.CreateTopic("players", partitions: 3);

        await SendAsync(home, "home");
        await SendAsync(away, "away");
        await home.DisposeAsync();
        await SendAsync(away, "still there");

        using var consumer = Clients.Consumer(away, "readers");
        consumer.Assign(new TopicPartitionOffset("players", 0, Offset.Beginning));
        Assert.Equal(["away", "still there"], Clients.Take(consumer, 2).ConvertAll(result => result.Message.Value));
    }

    [Fact]
    public async Task Disposal_frees_the_ports_may_be_repeated_and_makes_every_use_fail()
    {
        var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("players");
        Assert.True(await ListensAsync(kafka.BootstrapServers));

        kafka.Dispose();
        await kafka.DisposeAsync();
        kafka.Dispose();

        Assert.False(await ListensAsync(kafka.BootstrapServers));
        Action[] uses =
        [
            () => kafka.CreateTopic("players"),
            () => kafka.CreateTopic("other"),
            () => kafka.DeleteTopic("players"),
            () => kafka.GrowTopic("players", 8),
            () => kafka.SetBrokerDown(1),
            () => kafka.SetPartitionLeader("players", 0, 1),
            () => kafka.PushRequestErrors(KafkaApi.Produce, ErrorCode.Unknown),
            () => kafka.GetRequests(),
        ];
        Assert.All(uses, use => Assert.Throws<ObjectDisposedException>(use));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task A_cluster_can_be_disposed_by_many_and_under_its_clients(int partitionsToGrowTo)
    {
        var kafka = EmbeddedKafka.Start(new EmbeddedKafkaOptions { PartitionsToGrowTo = partitionsToGrowTo });
        kafka.CreateTopic("players", partitions: 4);
        await SendAsync(kafka, "x");
        using var member = new Member(kafka, "readers", PartitionAssignmentStrategy.CooperativeSticky);
        using var producer = Clients.Producer(kafka, config => config.MessageTimeoutMs = 1000);
        await Eventually.ReachAsync("a member at work", () => member.Partitions, partitions => partitions == 4);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(kafka.Dispose)));

        var lost = await Assert.ThrowsAsync<ProduceException<string, string>>(() => producer.ProduceAsync("players", new Message<string, string> { Value = "x" }));
        Assert.Equal(ErrorCode.Local_MsgTimedOut, lost.Error.Code);
    }

    [Fact]
    public async Task A_cluster_that_nobody_holds_is_stopped_by_the_collector()
    {
        var servers = StartAndForget();

        await Eventually.ReachAsync($"{servers} to be closed", () => Collect(servers), listens => !listens);
    }

    [Fact]
    public void The_process_has_one_copy_of_librdkafka()
    {
        using var kafka = EmbeddedKafka.Start();
        using var process = Process.GetCurrentProcess();

        var copies = process.Modules.Cast<ProcessModule>().Select(module => module.FileName).Where(file => file.Contains("librdkafka", StringComparison.Ordinal)).Distinct();

        Assert.Single(copies);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public void A_number_of_brokers_out_of_range_is_refused(int brokers)
        => Assert.Contains(
            "Brokers must be from 1 to 32",
            Assert.Throws<ArgumentOutOfRangeException>(() => EmbeddedKafka.Start(new EmbeddedKafkaOptions { Brokers = brokers })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Other_options_out_of_range_are_refused_by_name()
    {
        var options = new (EmbeddedKafkaOptions Options, string Name)[]
        {
            (new() { PartitionsToGrowTo = -1 }, nameof(EmbeddedKafkaOptions.PartitionsToGrowTo)),
            (new() { DefaultPartitions = 0 }, nameof(EmbeddedKafkaOptions.DefaultPartitions)),
            (new() { GroupInitialRebalanceDelay = TimeSpan.FromMilliseconds(-1) }, nameof(EmbeddedKafkaOptions.GroupInitialRebalanceDelay)),
            (new() { ConsumerProtocolHeartbeatInterval = TimeSpan.Zero }, nameof(EmbeddedKafkaOptions.ConsumerProtocolHeartbeatInterval)),
            (new() { ConsumerProtocolSessionTimeout = TimeSpan.FromHours(1) }, nameof(EmbeddedKafkaOptions.ConsumerProtocolSessionTimeout)),
        };
        Assert.All(options, refused => Assert.Equal(refused.Name, Assert.Throws<ArgumentOutOfRangeException>(() => EmbeddedKafka.Start(refused.Options)).ParamName));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string StartAndForget() => EmbeddedKafka.Start().BootstrapServers;

    private static bool Collect(string servers)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return ListensAsync(servers).GetAwaiter().GetResult();
    }

    private static async Task<bool> ListensAsync(string server)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPEndPoint.Parse(server));
            return true;
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return false;
        }
    }

    private static async Task SendAsync(EmbeddedKafka kafka, string value)
    {
        using var producer = Clients.Producer(kafka);
        await producer.ProduceAsync(new TopicPartition("players", 0), new Message<string, string> { Value = value });
    }
}
