using Microsoft.Extensions.Configuration;
using ShellCorp.Silo.Hosting;

namespace ShellCorp.Cluster.Tests.Elasticity;

/// <summary>Which parts a configuration leads to, and which it doesn't.</summary>
public sealed class SiloPartsTests
{
    private const string ZooKeeper = "ShellCorp:ZooKeeper:ConnectionString=zk:2181";
    private const string Kafka = "ShellCorp:Kafka:BootstrapServers=kafka:9092";
    private const string Postgres = "ShellCorp:Postgres:ConnectionString=Host=pg";

    [Theory]
    [InlineData("", SiloProfile.Embedded, false, false, false)]
    [InlineData($"ShellCorp:Profile=cluster;{ZooKeeper};{Kafka};{Postgres}", SiloProfile.Cluster, true, true, true)]
    [InlineData(Kafka, SiloProfile.Embedded, false, true, false)]
    [InlineData(Postgres, SiloProfile.Embedded, false, false, true)]
    [InlineData($"{ZooKeeper};{Kafka}", SiloProfile.Embedded, true, true, false)]
    [InlineData($"ShellCorp:Silo:PrimarySiloPort=7;{Kafka}", SiloProfile.Embedded, false, true, false)]
    [InlineData("ShellCorp:Silo:PrimarySiloPort=11111", SiloProfile.Embedded, false, false, false)]
    public void A_part_is_its_sections_or_the_profiles(string settings, SiloProfile profile, bool zooKeeper, bool kafka, bool postgres) =>
        Assert.Equal(new(profile, zooKeeper, kafka, postgres), SiloParts.Read(Configuration(settings)));

    [Theory]
    [InlineData("ShellCorp:Profile=Clustr", "ShellCorp:Profile = 'Clustr' is refused: it must be Embedded or Cluster.")]
    [InlineData("ShellCorp:Profile=1", "ShellCorp:Profile = '1' is refused: it must be Embedded or Cluster.")]
    [InlineData($"ShellCorp:Profile=Cluster;{Kafka};{Postgres}", "ShellCorp:ZooKeeper:ConnectionString is not set: ShellCorp:Profile is Cluster,")]
    [InlineData($"ShellCorp:Profile=Cluster;{ZooKeeper};{Postgres}", "ShellCorp:Kafka:BootstrapServers is not set: ShellCorp:Profile is Cluster,")]
    [InlineData($"ShellCorp:Profile=Cluster;{ZooKeeper};{Kafka}", "ShellCorp:Postgres:ConnectionString is not set: ShellCorp:Profile is Cluster,")]
    [InlineData(ZooKeeper, "ShellCorp:Kafka:BootstrapServers is not set: silos that meet in ZooKeeper (ShellCorp:ZooKeeper:ConnectionString) need one log")]
    [InlineData("ShellCorp:Silo:PrimarySiloPort=7", "ShellCorp:Silo:PrimarySiloPort = '7' is refused: a silo that joins another one needs that one's log")]
    public void Parts_that_do_not_work_together_are_refused_with_key_value_and_reason(string settings, string message)
    {
        var refused = Assert.Throws<SettingRefusedException>(() => SiloParts.Read(Configuration(settings)));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(string settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]))
        .Build();
}
