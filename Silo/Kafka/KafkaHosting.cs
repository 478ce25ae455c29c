using Kafka.Embedded;
using Microsoft.Extensions.Options;
using Orleans.Streaming.Kafka;
using ShellCorp.Events;
using ShellCorp.Grains.Counters.Attention;
using ShellCorp.Grains.Log;
using ShellCorp.Grains.Streams;

namespace ShellCorp.Silo.Kafka;

/// <summary>Adds the log in Kafka and the streams that grains are fed by.</summary>
public static class KafkaHosting
{
    /// <summary>The log that grains append to. Without bootstrap servers it starts brokers in this process.</summary>
    public static void AddKafkaLog(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<KafkaOptions, KafkaOptionsValidator>().BindConfiguration(KafkaOptions.Section);
        if (string.IsNullOrEmpty(builder.Configuration[$"{KafkaOptions.Section}:BootstrapServers"]))
        {
            services.AddSingleton(_ => EmbeddedBrokers.Start());
            services.AddOptions<KafkaOptions>().PostConfigure<EmbeddedKafka>((options, brokers) =>
            {
                options.BootstrapServers = brokers.BootstrapServers;
                options.IsEmbedded = true;
            });
        }

        services.AddSingleton(provider => provider.GetRequiredService<IOptions<KafkaOptions>>().Value);
        services.AddSingleton<LogInspector>();
        services.AddSingleton<IEventPositions, KafkaEventPositions>();
        services.AddSingleton<KafkaEventLog>();
        services.AddSingleton<IEventLog>(provider => provider.GetRequiredService<KafkaEventLog>());
        services.AddSingleton<LogCapacityMonitor>();
        services.AddSingleton<ILogCapacity>(provider => provider.GetRequiredService<LogCapacityMonitor>());
        services.AddHostedService(provider => provider.GetRequiredService<LogCapacityMonitor>());
    }

    /// <summary>One provider for events; one for each view of the live ratings, since one stream must not be fed by several partitions through a rewindable one.</summary>
    public static ISiloBuilder AddEventStreams(this ISiloBuilder silo)
    {
        silo.AddProvider(StreamProviders.Events, options => options.GroupId, rewindable: true,
            new() { Name = Topics.PlayerUpdates }, new() { Name = Topics.MatchUpdates }, new() { Name = Topics.PlayerAttention }, new() { Name = Topics.MarketEvents });
        silo.AddProvider(StreamProviders.RatingsByMatch, ConsumedTopics.ByMatch, rewindable: false,
            new KafkaTopicOptions { Name = Topics.LiveRatingUpdates, Namespace = Topics.LiveRatingsByMatch, StreamKeyHeader = EventHeaders.Match });
        silo.AddProvider(StreamProviders.RatingsByTeam, ConsumedTopics.ByTeam, rewindable: false,
            new KafkaTopicOptions { Name = Topics.LiveRatingUpdates, Namespace = Topics.LiveRatingsByTeam, StreamKeyHeader = EventHeaders.Team });
        return silo;
    }

    private static void AddProvider(
        this ISiloBuilder silo, string name, Func<KafkaOptions, string> group, bool rewindable, params KafkaTopicOptions[] topics)
    {
        silo.Services.AddKeyedSingleton<IKafkaRecordSerializer, CloudEventRecordSerializer>(name);
        silo.AddKafkaStreams(name, builder => builder.Configure<IOptions<KafkaOptions>>((streams, kafka) =>
        {
            streams.BootstrapServers = kafka.Value.BootstrapServers;
            streams.GroupId = group(kafka.Value);
            streams.Rewindable = rewindable;
            streams.DeadLetterSuffix = LogTopics.DeadLetterSuffix;
            streams.RefusedExceptionTypes.Add(typeof(EventRefusedException));
            foreach (var topic in topics)
                streams.Topics.Add(topic);
            foreach (var (setting, value) in kafka.Value.ToLibrdkafka().Where(setting => setting.Key != "bootstrap.servers"))
                streams.Librdkafka[setting] = value;
            if (kafka.Value.IsEmbedded)
                EmbeddedBrokers.SetConsumer(streams.Librdkafka);
        }));
    }
}
