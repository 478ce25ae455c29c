using global::Riak;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Persistence.Riak;
using Orleans.Runtime.Hosting;
using Orleans.Serialization;
using Orleans.Storage;

namespace Orleans.Hosting;

/// <summary>Adds grain storage in Riak.</summary>
public static class RiakGrainStorageHostingExtensions
{
    /// <summary>Adds a storage of a name. The host adds a <see cref="RiakClient"/> and an <see cref="IRiakStateMerge{T}"/> of each state that is kept there.</summary>
    /// <param name="builder">The silo.</param>
    /// <param name="name">The storage's name.</param>
    /// <param name="configure">Sets where states are; null for the defaults.</param>
    public static ISiloBuilder AddRiakGrainStorage(this ISiloBuilder builder, string name, Action<OptionsBuilder<RiakGrainStorageOptions>>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        configure?.Invoke(builder.Services.AddOptions<RiakGrainStorageOptions>(name));
        builder.Services.ConfigureNamedOptionForLogging<RiakGrainStorageOptions>(name);
        builder.Services.AddTransient<IConfigurationValidator>(services =>
            new RiakGrainStorageOptionsValidator(services.GetRequiredService<IOptionsMonitor<RiakGrainStorageOptions>>().Get(name), name));
        builder.Services.AddGrainStorage(name, Create);
        return builder;
    }

    private static RiakGrainStorage Create(IServiceProvider services, string name) => new(
        name,
        services.GetRequiredService<RiakClient>(),
        services.GetRequiredService<IOptionsMonitor<RiakGrainStorageOptions>>().Get(name),
        new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>()),
        services,
        services.GetRequiredService<ILogger<RiakGrainStorage>>());
}
