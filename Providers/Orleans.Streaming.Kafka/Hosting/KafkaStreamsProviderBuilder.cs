using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Streaming.Kafka;

[assembly: RegisterProvider("Kafka", "Streaming", "Silo", typeof(KafkaStreamsProviderBuilder))]
[assembly: RegisterProvider("Kafka", "Streaming", "Client", typeof(KafkaStreamsProviderBuilder))]

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Adds the provider from configuration: <c>Orleans:Streaming:NAME:ProviderType=Kafka</c>, with the options beside it.
/// </summary>
internal sealed class KafkaStreamsProviderBuilder : IProviderBuilder<ISiloBuilder>, IProviderBuilder<IClientBuilder>
{
    /// <inheritdoc/>
    public void Configure(ISiloBuilder builder, string? name, IConfigurationSection configurationSection)
        => builder.AddKafkaStreams(Named(name), options => options.Bind(configurationSection));

    /// <inheritdoc/>
    public void Configure(IClientBuilder builder, string? name, IConfigurationSection configurationSection)
        => builder.AddKafkaStreams(Named(name), options => options.Bind(configurationSection));

    private static string Named(string? name)
        => name ?? throw new OrleansConfigurationException("A Kafka stream provider in the configuration needs a name: Orleans:Streaming:NAME:ProviderType=Kafka.");
}
