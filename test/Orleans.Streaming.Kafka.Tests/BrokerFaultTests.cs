using Kafka.Embedded;
using KafkaErrorCode = Confluent.Kafka.ErrorCode;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class BrokerFaultTests
{
    private const int Partitions = 6;
    private const int Brokers = 3;

    [Fact]
    public Task Leaders_that_move_lose_nothing()
        => LosesNothingAsync(async (kafka, scene, load) =>
        {
            for (var round = 0; round < 6; round++)
            {
                for (var partition = 0; partition < Partitions; partition++)
                    kafka.SetPartitionLeader(scene.Topic, partition, 1 + (partition + round) % Brokers);
                await load.ReachAsync(scene.Journal.Count + 200);
            }
        });

    [Fact]
    public Task A_coordinator_that_moves_loses_nothing()
        => LosesNothingAsync(async (kafka, scene, load) =>
        {
            for (var round = 0; round < 6; round++)
            {
                kafka.SetCoordinator(scene.Group, 1 + round % Brokers);
                await load.ReachAsync(scene.Journal.Count + 200);
            }
        });

    [Fact]
    public Task A_broker_that_goes_away_and_comes_back_loses_nothing()
        => LosesNothingAsync(async (kafka, scene, load) =>
        {
            kafka.SetBrokerDown(2);
            await StandsStillAsync(scene);
            kafka.SetBrokerUp(2);
            await load.ReachAsync(scene.Journal.Count + 200);
        });

    [Theory]
    [InlineData(KafkaApi.Fetch, KafkaErrorCode.NotLeaderForPartition)]
    [InlineData(KafkaApi.Fetch, KafkaErrorCode.RequestTimedOut)]
    [InlineData(KafkaApi.OffsetCommit, KafkaErrorCode.NotCoordinatorForGroup)]
    [InlineData(KafkaApi.OffsetCommit, KafkaErrorCode.RequestTimedOut)]
    [InlineData(KafkaApi.ConsumerGroupHeartbeat, KafkaErrorCode.GroupLoadInProgress)]
    [InlineData(KafkaApi.ConsumerGroupHeartbeat, KafkaErrorCode.UnknownMemberId)]
    public Task Requests_that_fail_lose_nothing(KafkaApi api, KafkaErrorCode error)
        => LosesNothingAsync(async (kafka, scene, load) =>
        {
            for (var round = 0; round < 5; round++)
            {
                kafka.PushRequestErrors(api, [.. Enumerable.Repeat(error, 3)]);
                await load.ReachAsync(scene.Journal.Count + 100);
            }
        });

    [Fact]
    public Task Round_trips_of_two_seconds_lose_nothing()
        => LosesNothingAsync(async (kafka, scene, load) =>
        {
            SetRoundTrips(kafka, TimeSpan.FromSeconds(2));
            await load.ReachAsync(scene.Journal.Count + 80);
            var added = await scene.Cluster.StartAdditionalSiloAsync();
            await load.ReachAsync(scene.Journal.Count + 80);
            SetRoundTrips(kafka, TimeSpan.Zero);
            await scene.Cluster.StopSiloAsync(added);
        });

    /// <summary>Every round of the load needs every broker, so that it stands still once one is missed.</summary>
    private static async Task StandsStillAsync(KafkaScene scene)
    {
        const int Looks = 20;
        var (last, same) = (-1, 0);
        await Eventually.ReachAsync("the load standing still", () =>
        {
            var taken = scene.Journal.Count;
            same = taken == last ? same + 1 : 0;
            last = taken;
            return same;
        }, looks => looks >= Looks);
    }

    private static void SetRoundTrips(EmbeddedKafka kafka, TimeSpan time)
    {
        for (var number = 1; number <= Brokers; number++)
            kafka.SetRoundTripTime(number, time);
    }

    private static async Task LosesNothingAsync(Func<EmbeddedKafka, KafkaScene, Load, Task> harm)
    {
        Assert.SkipWhen(Broker.IsReal, "a real Kafka can't be told to fail");
        using var broker = new Broker(new EmbeddedKafkaOptions { Brokers = Brokers });
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, Partitions);
        await scene.StartAsync();
        await scene.SharedAsync(Partitions, silos: 1);
        await using var load = Load.Start(scene, keys: 20);
        await load.ReachAsync(200);
        await harm(broker.Embedded, scene, load);
        var written = await load.StopAsync();
        await scene.AllCommittedAsync(written);
        var places = scene.Journal.Taken.Select(record => (record.Partition, record.Offset)).Distinct().Count();
        Assert.True(places == written, $"expected all of {written} records, saw {places}. {scene.Log.Tail()}");
    }
}
