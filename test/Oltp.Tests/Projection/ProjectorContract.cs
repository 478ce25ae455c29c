using System.Text;
using Confluent.Kafka;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Projection;
using ShellCorp.Silo.Projection.Commands;

namespace ShellCorp.Oltp.Tests.Projection;

public abstract class ProjectorContract
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_fails_around_a_transaction_and_whoever_writes_beside_it_nothing_is_lost_or_twice(int seed)
    {
        await using var stage = new ProjectorStage();
        await using var scene = await SceneAsync();
        var events = ProjectorStage.Events(seed, 900);
        var (random, turn) = (new Random(seed), new Lock());
        var status = ProjectorStage.Status();
        var database = new FaultyDatabase(scene.Database, Fault);
        // Of two groups, so that each has all partitions and is the other's zombie.
        using Projector one = stage.Projector(database, status), other = stage.Projector(database, status, "zombies");
        one.Start();
        await stage.ProduceAsync(events.Take(450));
        other.Start();
        foreach (var some in events.Skip(450).Chunk(50))
            await stage.ProduceAsync(some);

        await stage.ProjectedAsync(scene, () => $"{status.Failure}");
        await one.StopAsync(default);
        await other.StopAsync(default);

        Assert.Equal(await ProjectorStage.ExpectedAsync(events), await scene.EverythingAsync());

        DatabaseFault Fault()
        {
            lock (turn)
                return random.Next(3) > 0 ? DatabaseFault.None : (DatabaseFault)random.Next(1, 5);
        }
    }

    [Theory]
    [InlineData("projection_position")]
    [InlineData("player_form")]
    [InlineData("rating_history")]
    [InlineData("player_rating")]
    [InlineData("match_fact")]
    [InlineData("match_squad")]
    [InlineData("match_result")]
    public async Task A_crash_after_any_statement_leaves_nothing_of_the_batch_and_the_next_owner_writes_it(string table)
    {
        await using var stage = new ProjectorStage();
        await using var scene = await SceneAsync();
        var events = ProjectorStage.Events(7, 120);
        await AddTripwireAsync(scene, table);
        var status = ProjectorStage.Status();
        using var crashing = stage.Projector(scene.Database, status);
        await stage.ProduceAsync(events);
        crashing.Start();
        await Eventually.HoldAsync("the transaction to fail on purpose", () => status.Failure?.Reason.Contains("on purpose", StringComparison.Ordinal) == true, () => $"{status.Failure}");
        Assert.All(await scene.ListAsync<long>($"SELECT count(*) FROM {table}"), rows => Assert.True(rows == 0 || table is "projection_position"));
        await crashing.StopAsync(default);

        await RemoveTripwireAsync(scene, table);
        using var next = stage.Projector(scene.Database, status);
        next.Start();
        await stage.ProjectedAsync(scene, () => $"{status.Failure}");
        await next.StopAsync(default);

        Assert.Equal(await ProjectorStage.ExpectedAsync(events), await scene.EverythingAsync());
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_goes_to_the_dead_letters_with_the_streams_headers_and_its_neighbours_are_projected()
    {
        await using var stage = new ProjectorStage();
        await using var scene = await SceneAsync();
        var status = ProjectorStage.Status();
        using var projector = stage.Projector(scene.Database, status);
        projector.Start();
        var valid = CloudEventCodec.Encode(Logged.Rating(1, 1, 1, 650));
        object[] events = [Logged.Rating(1, 1, 2, 660), valid with { Value = Encoding.UTF8.GetBytes("{\"playerId\":") }, Logged.Rating(1, 1, 3, 670)];

        await stage.ProduceAsync(events);
        await stage.ProjectedAsync(scene, () => $"{status.Failure}");
        await projector.StopAsync(default);

        Assert.Equal(await ProjectorStage.ExpectedAsync([events[0], events[2]]), await scene.EverythingAsync());
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig { BootstrapServers = stage.Kafka.BootstrapServers, GroupId = "test", EnablePartitionEof = true }).Build();
        consumer.Assign(new TopicPartitionOffset(Topics.LiveRatingUpdates + LogTopics.DeadLetterSuffix, 0, Offset.Beginning));
        var letter = consumer.Consume(TimeSpan.FromMinutes(1)).Message;
        Assert.Equal(Topics.LiveRatingUpdates, Encoding.UTF8.GetString(letter.Headers.GetLastBytes("dlq-topic")));
        Assert.Contains("JSON", Encoding.UTF8.GetString(letter.Headers.GetLastBytes("dlq-reason")), StringComparison.Ordinal);
        Assert.Equal("{\"playerId\":", Encoding.UTF8.GetString(letter.Value));
        Assert.True(consumer.Consume(TimeSpan.FromMinutes(1)).IsPartitionEOF);
    }

    [Fact]
    public async Task Partitions_go_from_one_silo_to_another_and_back_and_each_record_is_projected_once()
    {
        await using var stage = new ProjectorStage();
        await using var scene = await SceneAsync();
        var events = ProjectorStage.Events(11, 600);
        var status = ProjectorStage.Status();
        using var first = stage.Projector(scene.Database, status);
        first.Start();
        foreach (var (turn, some) in events.Chunk(200).Index())
        {
            using var second = stage.Projector(scene.Database, status);
            second.Start();
            await stage.ProduceAsync(some);
            if (turn == 1)
                await first.StopAsync(default);
            await stage.ProjectedAsync(scene, () => $"{status.Failure}");
            await second.StopAsync(default);
            if (turn < 1)
                continue;
            using var third = stage.Projector(scene.Database, status);
            third.Start();
            await stage.ProjectedAsync(scene);
            await third.StopAsync(default);
        }

        Assert.Equal(await ProjectorStage.ExpectedAsync(events), await scene.EverythingAsync());
    }

    [Theory]
    [InlineData(-1, "what lies between is gone")]
    [InlineData(1_000_000, "made anew or cut")]
    [InlineData(0, "deleted and made anew under its name")]
    public async Task A_position_that_the_log_does_not_have_halts_its_partition_alone_until_it_is_set_right(long shift, string reason)
    {
        await using var stage = new ProjectorStage();
        await using var scene = await SceneAsync();
        var status = ProjectorStage.Status();
        var wrong = shift < 0 ? "topic = 'MatchUpdates' AND partition = 0" : "topic = 'LiveRatingUpdates' AND partition = 0";
        var events = ProjectorStage.Events(3, 300);
        await stage.ProduceAsync(events);
        using (var before = stage.Projector(scene.Database, status))
        {
            before.Start();
            await stage.ProjectedAsync(scene);
            await before.StopAsync(default);
        }

        var stood = Assert.Single(await scene.ListAsync<long>($"SELECT next FROM projection_position WHERE {wrong}"));
        await scene.Database.RunAsync(session => session.ExecuteAsync(
            shift == 0 ? $"UPDATE projection_position SET topic_id = 'another' WHERE {wrong}" : $"UPDATE projection_position SET next = {(shift < 0 ? -1 : stood + shift)} WHERE {wrong}", new { }), default);
        Assert.SkipWhen(shift == 0 && Assert.Single(await scene.ListAsync<string>($"SELECT min(topic_id) FROM projection_position WHERE NOT ({wrong})")).Length == 0, "The brokers give topics no ids.");
        using var projector = stage.Projector(scene.Database, status);
        projector.Start();

        await Eventually.HoldAsync("a halted partition", () => status.Partitions.Any(partition => partition.Halted?.Contains(reason, StringComparison.Ordinal) == true), () => string.Join("; ", status.Partitions));
        await stage.ProduceAsync(ProjectorStage.Events(5, 300).Skip(8));
        await Eventually.HoldAsync("the others projected", () => status.Partitions.Where(partition => partition.Halted is null).All(partition => partition.Lag == 0) && status.Partitions.Length > 1);
        Assert.Single(status.Partitions, partition => partition.Halted is not null);
        await scene.Database.RunAsync(session => session.ExecuteAsync(
            $"UPDATE projection_position SET next = {stood}, topic_id = '' WHERE {wrong}", new { }), default);
        await stage.ProjectedAsync(scene, () => string.Join("; ", status.Partitions));
        await projector.StopAsync(default);
    }

    [Fact]
    public async Task A_topic_made_anew_under_a_running_projector_halts_its_partitions_and_nothing_of_it_is_projected_before_a_replay()
    {
        await using var stage = new ProjectorStage();
        await using var scene = await SceneAsync();
        var status = ProjectorStage.Status();
        using var projector = stage.Projector(scene.Database, status);
        projector.Start();
        await stage.ProduceAsync(ProjectorStage.Events(31, 300));
        await stage.ProjectedAsync(scene, () => $"{status.Failure}");
        await Eventually.HoldAsync("the topics' ids stored", async () => (await scene.Tables.ReadPositionsAsync(default)).All(position => position.TopicId.Length > 0));
        var before = await scene.EverythingAsync();

        stage.Brokers.DeleteTopic(Topics.MatchUpdates);
        stage.Brokers.CreateTopic(Topics.MatchUpdates, LogTopics.Partitions[Topics.MatchUpdates]);
        await stage.ProduceAsync(Enumerable.Range(0, 400).Select(number => Logged.Fact(99, $"new {number}", MatchFact.Goal, 1)));
        await Eventually.HoldAsync("all partitions of the topic halted", () => status.Partitions.Count(partition => partition.Halted is not null) == LogTopics.Partitions[Topics.MatchUpdates], () => string.Join("; ", status.Partitions));
        Assert.Equal(before, await scene.EverythingAsync());

        await new ProjectionReplay(scene.Database, stage.Kafka, new(), TextWriter.Null).RunAsync(default);
        await Eventually.HoldAsync("none halted", () => status.Partitions.All(partition => partition.Halted is null), () => string.Join("; ", status.Partitions));
        await projector.StopAsync(default);
        Assert.Equal(400, Assert.Single(await scene.ListAsync<long>("SELECT count(*) FROM match_fact")));
    }

    private protected abstract Task<ProjectionScene> SceneAsync();

    private protected abstract Task AddTripwireAsync(ProjectionScene scene, string table);

    private protected abstract Task RemoveTripwireAsync(ProjectionScene scene, string table);

    private protected static Task RunAsync(ProjectionScene scene, string sql) => scene.Database.RunAsync(session => session.ExecuteAsync(sql, new { }), default);
}
