using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Confluent.Kafka;
using Kafka.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Orleans.Streaming.Kafka.Benchmarks;

/// <summary>A topic full of records, in the Kafka that SHELLCORP_KAFKA names or in an embedded one, and silos that read it.</summary>
internal sealed class Setting : IDisposable
{
    internal const string Provider = "kafka";
    private const int Keys = 500;

    private readonly EmbeddedKafka? _embedded;

    private Setting(int partitions)
    {
        Partitions = partitions;
        var external = Environment.GetEnvironmentVariable("SHELLCORP_KAFKA");
        _embedded = string.IsNullOrEmpty(external) ? EmbeddedKafka.Start() : null;
        BootstrapServers = _embedded?.BootstrapServers ?? external!;
    }

    internal string BootstrapServers { get; }

    internal string Topic { get; } = $"bench-{Guid.NewGuid():N}";

    internal int Partitions { get; }

    internal static async Task<Setting> CreateAsync(int records, int partitions)
    {
        var setting = new Setting(partitions);
        if (setting._embedded is { } embedded)
        {
            embedded.CreateTopic(setting.Topic, partitions);
        }
        else
        {
            using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = setting.BootstrapServers }).Build();
            await admin.CreateTopicsAsync([new() { Name = setting.Topic, NumPartitions = partitions, ReplicationFactor = 1 }]);
        }

        setting.Fill(records);
        return setting;
    }

    internal IHost BuildSilo(Action<KafkaStreamOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort(), serviceId: Topic, clusterId: Topic);
            silo.Services.AddKeyedSingleton<IKafkaRecordSerializer, ScoreSerializer>(Provider);
            silo.AddKafkaStreams(Provider, options =>
            {
                options.BootstrapServers = BootstrapServers;
                options.GroupId = $"{Topic}-silos";
                options.Topics.Add(new KafkaTopicOptions { Name = Topic, Namespace = ScoreGrain.Namespace });
                // The embedded Kafka holds an empty fetch back for as long as it may.
                options.Librdkafka["fetch.wait.max.ms"] = "20";
                configure?.Invoke(options);
            });
        });
        return builder.Build();
    }

    public void Dispose() => _embedded?.Dispose();

    private void Fill(int records)
    {
        using var producer = new ProducerBuilder<byte[], byte[]>(new ProducerConfig
        {
            BootstrapServers = BootstrapServers,
            CompressionType = CompressionType.Lz4,
            LingerMs = 50,
            QueueBufferingMaxMessages = 500_000,
            Partitioner = Partitioner.Murmur2Random,
        }).Build();
        var remark = new string('.', 150);
        for (var number = 0; number < records; number++)
        {
            var score = new Score(number % Keys, number % 7, remark);
            var message = new Message<byte[], byte[]> { Key = System.Text.Encoding.UTF8.GetBytes($"p{score.Player}"), Value = JsonSerializer.SerializeToUtf8Bytes(score, ScoreJson.Default.Score) };
            while (!TryProduce(producer, message))
                producer.Poll(TimeSpan.FromMilliseconds(50));
        }

        producer.Flush();
    }

    private bool TryProduce(IProducer<byte[], byte[]> producer, Message<byte[], byte[]> message)
    {
        try
        {
            producer.Produce(Topic, message);
            return true;
        }
        catch (ProduceException<byte[], byte[]> exception) when (exception.Error.Code == Confluent.Kafka.ErrorCode.Local_QueueFull)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
