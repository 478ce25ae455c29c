using Microsoft.Extensions.Configuration;
using Orleans.Providers;

[assembly: RegisterProvider("ZooKeeper", "Clustering", "Silo", typeof(ZooKeeperClusteringProviderBuilder))]
[assembly: RegisterProvider("ZooKeeper", "Clustering", "Client", typeof(ZooKeeperClusteringProviderBuilder))]

namespace Orleans.Hosting;

/// <summary>What <c>Orleans:Clustering:ProviderType=ZooKeeper</c> in the configuration leads to.</summary>
internal sealed class ZooKeeperClusteringProviderBuilder : IProviderBuilder<ISiloBuilder>, IProviderBuilder<IClientBuilder>
{
    public void Configure(ISiloBuilder builder, string? name, IConfigurationSection configurationSection) =>
        builder.UseZooKeeperClustering(configurationSection);

    public void Configure(IClientBuilder builder, string? name, IConfigurationSection configurationSection) =>
        builder.UseZooKeeperClustering(configurationSection);
}
