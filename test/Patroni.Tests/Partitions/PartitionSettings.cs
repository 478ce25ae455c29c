using System.Globalization;

namespace Patroni.Tests.Partitions;

/// <summary>Where a test's partitions are.</summary>
internal sealed record PartitionSettings(string Database, string Map)
{
    public static PartitionSettings New() => Named($"{Guid.NewGuid():n}");

    private static PartitionSettings Named(string id) => new($"partitions_{id}", $"/tests/{id}/partitions");

    public IEnumerable<KeyValuePair<string, string?>> Pairs(int zooKeeperPort)
    {
        var scope = $"Database={Database};Username=postgres;GSS Encryption Mode=Disable;Timeout=3;Maximum Pool Size=16";
        return
        [
            new("ShellCorp:Postgres:Scopes:market", scope), new("ShellCorp:Postgres:Scopes:second", scope),
            new("ShellCorp:Postgres:Partitions", PartitionedSilo.Partitions.ToString(CultureInfo.InvariantCulture)),
            new("ShellCorp:Postgres:PartitionMap", Map),
            new("ShellCorp:Postgres:Patience", "00:00:10"),
            // The chroot is the membership's; Patroni's nodes are outside.
            new("ShellCorp:ZooKeeper:ConnectionString", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{zooKeeperPort}/membership")),
        ];
    }
}
