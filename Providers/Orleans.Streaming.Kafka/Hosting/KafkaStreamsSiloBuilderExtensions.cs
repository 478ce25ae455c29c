using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Streaming.Kafka;
using Orleans.Streams;

namespace Orleans.Hosting;

/// <summary>Adds Kafka streams to silos.</summary>
public static class KafkaStreamsSiloBuilderExtensions
{
    // The provider signals new records; the timer only restarts the pump, after a stream was registered for one.
    private static readonly TimeSpan PumpPeriod = TimeSpan.FromMilliseconds(10);

    /// <summary>Adds a stream provider that reads and writes Kafka topics.</summary>
    /// <param name="builder">The silo.</param>
    /// <param name="name">The provider's name.</param>
    /// <param name="configure">Sets its options.</param>
    public static ISiloBuilder AddKafkaStreams(this ISiloBuilder builder, string name, Action<KafkaStreamOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddKafkaStreams(name, options => options.Configure(configure));
    }

    /// <summary>Adds a stream provider that reads and writes Kafka topics.</summary>
    /// <param name="builder">The silo.</param>
    /// <param name="name">The provider's name.</param>
    /// <param name="configure">Sets its options.</param>
    public static ISiloBuilder AddKafkaStreams(this ISiloBuilder builder, string name, Action<OptionsBuilder<KafkaStreamOptions>>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        builder.ConfigureServices(services => AddServices(services, name));
        return builder.AddPersistentStreams(name, CreateFactory, stream =>
        {
            stream.Configure(configure);
            stream.ConfigurePartitionBalancing((services, provider) => services.GetRequiredKeyedService<KafkaStreamsRuntime>(provider).Balancer);
            stream.ConfigurePullingAgent(agent => agent.Configure(options => options.GetQueueMsgsTimerPeriod = PumpPeriod));
        });
    }

    internal static IQueueAdapterFactory CreateFactory(IServiceProvider services, string name)
        => new KafkaQueueAdapterFactory(services.GetRequiredKeyedService<KafkaStreamsRuntime>(name));

    internal static void AddShared(IServiceCollection services, string name, bool consumes)
    {
        services.AddKeyedSingleton(name, (provider, _) => KafkaStreamsRuntime.Create(provider, name));
        services.AddOptions<StreamPubSubOptions>(name).Configure<IOptionsMonitor<KafkaStreamOptions>>((pubSub, kafka) => pubSub.PubSubType = kafka.Get(name).PubSub);
        services.AddTransient<IConfigurationValidator>(
            provider => new KafkaStreamOptionsValidator(provider.GetRequiredService<IOptionsMonitor<KafkaStreamOptions>>().Get(name), name, consumes));
    }

    private static void AddServices(IServiceCollection services, string name)
    {
        AddShared(services, name, consumes: true);
        services.AddKeyedSingleton<IKafkaStreamStatus>(name, (provider, _) => new KafkaStreamStatus(provider.GetRequiredKeyedService<KafkaStreamsRuntime>(name)));
        services.AddKeyedSingleton<IKafkaStreamAdmin>(
            name, (provider, _) => new KafkaStreamAdmin(provider.GetRequiredKeyedService<KafkaStreamsRuntime>(name), provider.GetRequiredService<IGrainFactory>()));
        services.AddSingleton<IKafkaGroupMember>(provider => new KafkaGroupMember(provider.GetRequiredKeyedService<KafkaStreamsRuntime>(name)));
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(
            provider => new KafkaConsumerLifecycle(provider.GetRequiredKeyedService<KafkaStreamsRuntime>(name), provider.GetRequiredService<IGrainFactory>()));
        services.AddTransient<IConfigurationValidator>(provider => new PullingAgentOptionsValidator(provider.GetRequiredService<IOptionsMonitor<StreamPullingAgentOptions>>().Get(name), name));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<KafkaStreamsRuntime>(name));
        services.TryAddSingleton<PullingAgents>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutgoingGrainCallFilter, DeliveryFilter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IIncomingGrainCallFilter, ConsumptionFilter>());
    }
}
