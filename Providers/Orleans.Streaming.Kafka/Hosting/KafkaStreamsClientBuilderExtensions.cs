using Microsoft.Extensions.Options;
using Orleans.Streaming.Kafka;

namespace Orleans.Hosting;

/// <summary>Adds Kafka streams to clients.</summary>
public static class KafkaStreamsClientBuilderExtensions
{
    /// <summary>
    /// Adds a stream provider that writes Kafka topics. Subscriptions of a client are served by the silos, which must have a provider of the
    /// same name with a <see cref="KafkaStreamOptions.PubSub"/> that allows explicit ones.
    /// </summary>
    /// <param name="builder">The client.</param>
    /// <param name="name">The provider's name.</param>
    /// <param name="configure">Sets its options.</param>
    public static IClientBuilder AddKafkaStreams(this IClientBuilder builder, string name, Action<KafkaStreamOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddKafkaStreams(name, options => options.Configure(configure));
    }

    /// <inheritdoc cref="AddKafkaStreams(IClientBuilder, string, Action{KafkaStreamOptions})"/>
    public static IClientBuilder AddKafkaStreams(this IClientBuilder builder, string name, Action<OptionsBuilder<KafkaStreamOptions>>? configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        builder.ConfigureServices(services => KafkaStreamsSiloBuilderExtensions.AddShared(services, name, consumes: false));
        return builder.AddPersistentStreams(name, KafkaStreamsSiloBuilderExtensions.CreateFactory, stream => stream.Configure(configure));
    }
}
