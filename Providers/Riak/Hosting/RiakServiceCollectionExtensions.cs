using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Riak.Hosting;

/// <summary>Puts a <see cref="RiakClient"/> into a host.</summary>
public static class RiakServiceCollectionExtensions
{
    /// <summary>Adds one <see cref="RiakClient"/>; its options are checked when the host starts.</summary>
    /// <param name="services">The host's services; a registered <see cref="TimeProvider"/> is used.</param>
    /// <returns>The options' builder, for <c>BindConfiguration</c> and the like.</returns>
    public static OptionsBuilder<RiakClientOptions> AddRiakClient(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RiakClientOptions>, RiakClientOptionsValidator>());
        services.TryAddSingleton(provider => new RiakClient(
            provider.GetRequiredService<IOptions<RiakClientOptions>>().Value,
            provider.GetService<ILoggerFactory>(),
            provider.GetService<TimeProvider>()));
        return services.AddOptions<RiakClientOptions>().ValidateOnStart();
    }
}
