using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Metadata;
using Orleans.Serialization;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>Everything of one provider in one silo or client, made once from its options and closed with its host.</summary>
internal sealed class KafkaStreamsRuntime : IDisposable
{
    private KafkaStreamsRuntime(IServiceProvider services, string name)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger($"{typeof(KafkaStreamsRuntime).Namespace}.{name}");
        Name = name;
        Options = services.GetRequiredService<IOptionsMonitor<KafkaStreamOptions>>().Get(name);
        Serializer = services.GetKeyedService<IKafkaRecordSerializer>(name) ?? ActivatorUtilities.CreateInstance<CloudEventsRecordSerializer>(services);
        Producer = new KafkaProducer(Options, logger);
        Metrics = new KafkaStreamMetrics(name, services.GetService<IMeterFactory>());
        Mapper = new KafkaQueueMapper(name, Options);
        Table = new PartitionTable();
        var topics = new TopicIdentities();
        Balancer = new KafkaQueueBalancer(Table, logger);
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        Context = new ProviderContext(
            name, Options, Serializer, new RefusalRules(Options.RefusedExceptionTypes), new DeadLetterWriter(Producer, Options), new KafkaHistory(Options, topics, logger),
            services.GetRequiredService<DeepCopier>(), new RecordContext(services.GetRequiredService<Serializer>()), AddressesOf(services, Options), new EpochBook(), Metrics,
            new QueueMonitors(services.GetRequiredService<OrleansInstruments>()), time, logger);
        Consumer = new GroupConsumer(Context, Table, Mapper, Balancer, topics);
        Metrics.Observe(new KafkaStreamStatus(this).GetPartitions);
    }

    internal string Name { get; }

    internal KafkaStreamOptions Options { get; }

    internal IKafkaRecordSerializer Serializer { get; }

    internal KafkaProducer Producer { get; }

    internal KafkaQueueMapper Mapper { get; }

    internal PartitionTable Table { get; }

    internal KafkaQueueBalancer Balancer { get; }

    internal ProviderContext Context { get; }

    internal GroupConsumer Consumer { get; }

    private KafkaStreamMetrics Metrics { get; }

    public void Dispose()
    {
        Consumer.Dispose();
        Producer.Dispose();
        Metrics.Dispose();
    }

    private static SubscriberAddresses? AddressesOf(IServiceProvider services, KafkaStreamOptions options)
        => options.PubSub == StreamPubSubType.ExplicitGrainBasedOnly || services.GetService<GrainBindingsResolver>() is null
            ? null
            : ActivatorUtilities.CreateInstance<SubscriberAddresses>(services);

    internal static KafkaStreamsRuntime Create(IServiceProvider services, string name) => new(services, name);
}
