using System.Globalization;
using Confluent.Kafka;
using Kafka.Embedded;
using Npgsql;
using Postgres.TestServer;
using ShellCorp.Cluster.Tests.Processes;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Silo.Kafka;
using FreePorts = ZooKeeper.Tests.Servers.FreePorts;

namespace ShellCorp.Cluster.Tests.Projection;

/// <summary>A silo's process that is stopped in the middle of a projecting transaction until another has its partitions, and then goes on.</summary>
public sealed class FrozenOwnerTests
{
    private const int Records = 300;

    [ClusterFact]
    public async Task The_server_ends_its_transaction_and_what_it_held_is_projected_by_the_other_once()
    {
        await using var scene = await Scene.StartAsync();
        // Shorter than the minute that a silo allows.
        var frozen = await scene.AddAsync("frozen", "Options=-c idle_in_transaction_session_timeout=3000");
        await scene.FreezeInTransactionAsync(frozen);

        await scene.AddAsync("other");
        await scene.ProjectedAsync();
        await frozen.ThawAsync();
        await scene.WriteAsync(Records);
        await scene.ProjectedAsync();

        await Patience.UntilAsync("the thawed silo to notice", () => Task.FromResult(frozen), silo => silo.Says("Nothing is projected") || silo.Says("is given up"));
        await scene.AssertOnceAsync();
    }

    [ClusterFact]
    public async Task It_commits_after_all_and_the_other_that_waited_for_it_writes_nothing_of_the_same()
    {
        await using var scene = await Scene.StartAsync();
        var frozen = await scene.AddAsync("frozen", "Options=-c idle_in_transaction_session_timeout=0");
        await scene.FreezeInTransactionAsync(frozen);

        var other = await scene.AddAsync("other");
        await scene.WaitsAsync("other", "projection_position");
        await frozen.ThawAsync();
        await scene.ProjectedAsync();

        await Patience.UntilAsync("the other to have been refused", () => Task.FromResult(other), silo => silo.Says("were moved by somebody else"));
        await scene.WriteAsync(Records);
        await scene.ProjectedAsync();
        await scene.AssertOnceAsync();
    }

    /// <summary>Brokers and a database, in which every move of a position is written down.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        private readonly EmbeddedKafka _brokers = EmbeddedBrokers.Start();
        private readonly List<HostProcess> _silos = [];
        private readonly PostgresServer _server;
        private readonly ProjectedTables _tables;
        private readonly IProducer<byte[], byte[]> _producer;
        private int _written;

        private Scene(PostgresServer server)
        {
            _server = server;
            _tables = new(server.ConnectionString);
            _producer = new ProducerBuilder<byte[], byte[]>(new ProducerConfig { BootstrapServers = _brokers.BootstrapServers }).Build();
        }

        public static async Task<Scene> StartAsync() => new(await PostgresServer.StartAsync());

        /// <summary>A silo that does nothing but project; each is a cluster of its own, and they share the group.</summary>
        public async Task<HostProcess> AddAsync(string name, string settings = "")
        {
            var ports = FreePorts.Take(2);
            var silo = HostProcess.StartSilo(new Dictionary<string, string>
            {
                ["ShellCorp:Kafka:BootstrapServers"] = _brokers.BootstrapServers,
                ["ShellCorp:Kafka:IsEmbedded"] = "true",
                ["ShellCorp:Postgres:ConnectionString"] = $"{_server.ConnectionString};Application Name={name};{settings}",
                ["ShellCorp:Silo:Roles"] = "oltp",
                ["ShellCorp:Silo:SiloPort"] = ports[0].ToString(CultureInfo.InvariantCulture),
                ["ShellCorp:Silo:GatewayPort"] = ports[1].ToString(CultureInfo.InvariantCulture),
            }, ports[0]);
            _silos.Add(silo);
            Assert.True(await silo.ServesAsync(), $"silo '{name}' ended instead of serving:{Environment.NewLine}{silo}");
            return silo;
        }

        public async Task FreezeInTransactionAsync(HostProcess silo)
        {
            await Patience.UntilAsync("the silo to have partitions", () => Task.FromResult(silo), one => one.Says("is projected here from"));
            await _tables.RunAsync(
                """
                CREATE TABLE moves (topic text, partition integer, since bigint, until bigint);
                CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN INSERT INTO moves VALUES (NEW.topic, NEW.partition, OLD.next, NEW.next); RETURN NEW; END $$;
                CREATE TRIGGER noted AFTER UPDATE ON projection_position FOR EACH ROW EXECUTE FUNCTION note();
                """);
            await WriteAsync(Records);
            await ProjectedAsync();
            await using var blocking = await _tables.OpenAsync();
            await using var transaction = await blocking.BeginTransactionAsync();
            await using (var command = new NpgsqlCommand("LOCK TABLE rating_history IN EXCLUSIVE MODE", blocking))
                await command.ExecuteNonQueryAsync();
            await WriteAsync(Records);
            await WaitsAsync("frozen", "rating_history");
            await silo.FreezeAsync();
            await transaction.RollbackAsync();
        }

        public async Task WaitsAsync(string name, string what) => await Patience.UntilAsync(
            $"a statement of silo '{name}' that waits and names {what}",
            async () => (await _tables.ListAsync<long>(
                $"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{name}' AND wait_event_type = 'Lock' AND query LIKE '%{what}%'"))[0],
            waiting => waiting > 0);

        public async Task WriteAsync(int records)
        {
            for (var left = records; left > 0; left--)
            {
                var number = ++_written;
                var item = CloudEventCodec.Encode(new LiveRatingUpdate
                {
                    PlayerId = new(number % 40 + 1), MatchId = new(1), Version = number, RatingHundredths = 600, Shown = true, MinutesPlayed = 20, Events = 1, Final = false,
                    Weights = "2026-1", Categories = [0, 0, 0, 0, 0, 0], Time = default, OccurredAt = DateTimeOffset.UnixEpoch.AddSeconds(number),
                });
                await _producer.ProduceAsync(item.Topic, new() { Key = item.Key, Value = item.Value, Headers = ToHeaders(item) });
            }
        }

        public async Task ProjectedAsync() => await Patience.UntilAsync(
            $"{_written} records projected; the silos say:{Environment.NewLine}{string.Join(Environment.NewLine, _silos)}",
            async () => (await _tables.ListAsync<decimal>("SELECT sum(next) FROM projection_position"))[0],
            projected => projected == _written);

        /// <summary>The moves of each partition follow each other without gap or overlap, and each record left its row.</summary>
        public async Task AssertOnceAsync()
        {
            Assert.Empty(await _tables.ListAsync<string>(
                """
                SELECT m::text FROM (SELECT *, lag(until, 1, 0::bigint) OVER (PARTITION BY topic, partition ORDER BY since, until) AS before FROM moves) m
                WHERE m.since <> m.before
                """));
            Assert.Equal(_written, (await _tables.ListAsync<decimal>("SELECT sum(until - since) FROM moves"))[0]);
            Assert.Equal(_written, (await _tables.ListAsync<long>("SELECT count(*) FROM rating_history"))[0]);
            Assert.Equal(40L, (await _tables.ListAsync<long>("SELECT count(*) FROM player_rating"))[0]);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var silo in _silos)
                await silo.DisposeAsync();
            _producer.Dispose();
            await _tables.DisposeAsync();
            await _server.DisposeAsync();
            await _brokers.DisposeAsync();
        }

        private static Headers ToHeaders(EncodedEvent item)
        {
            var headers = new Headers();
            foreach (var (name, value) in item.Headers)
                headers.Add(name, value);
            return headers;
        }
    }
}
