using Microsoft.Extensions.Configuration;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Membership;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Silo.Hosting;

/// <summary>Which parts a silo is made of: those of its profile, each overridden by its own section.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="HasZooKeeper">Whether the membership is in ZooKeeper; otherwise the first silo on this machine keeps it.</param>
/// <param name="HasKafka">Whether the log is in Kafka; otherwise in brokers that this process starts.</param>
/// <param name="HasPostgres">Whether grain state is in PostgreSQL; otherwise in this process's memory.</param>
public sealed record SiloParts(SiloProfile Profile, bool HasZooKeeper, bool HasKafka, bool HasPostgres)
{
    /// <summary>The profile's key.</summary>
    public const string ProfileKey = "ShellCorp:Profile";

    private const string ZooKeeperKey = $"{MembershipHosting.Section}:ConnectionString";
    private const string KafkaKey = $"{KafkaOptions.Section}:{nameof(KafkaOptions.BootstrapServers)}";
    private const string PostgresKey = $"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}";
    private const string PrimaryKey = $"{ShellCorpSiloOptions.Section}:{nameof(ShellCorpSiloOptions.PrimarySiloPort)}";

    /// <summary>Reads them.</summary>
    /// <exception cref="SettingRefusedException">Parts that don't work together.</exception>
    public static SiloParts Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var parts = new SiloParts(ProfileOf(configuration), IsSet(configuration, ZooKeeperKey), IsSet(configuration, KafkaKey), PostgresHosting.IsSet(configuration));
        if (parts.Profile == SiloProfile.Cluster)
            parts.RequireServers();
        parts.RequireSharedLog(configuration);
        return parts;
    }

    /// <summary>Reads the profile alone.</summary>
    /// <exception cref="SettingRefusedException">There is no such profile.</exception>
    internal static SiloProfile ProfileOf(IConfiguration configuration) => ReadProfile(configuration[ProfileKey]);

    private void RequireServers()
    {
        if (!HasZooKeeper)
            throw new SettingRefusedException(ZooKeeperKey, value: null, $"{ProfileKey} is {Profile}, which keeps its membership in ZooKeeper (host:port,host:port/chroot)");
        if (!HasKafka)
            throw new SettingRefusedException(KafkaKey, value: null, $"{ProfileKey} is {Profile}, whose log is in Kafka (host:port,host:port)");
        if (!HasPostgres)
            throw new SettingRefusedException(PostgresKey, value: null, $"{ProfileKey} is {Profile}, which keeps grain state in PostgreSQL, where it outlives a silo (one server, or {PostgresOptions.Section}:{nameof(PostgresOptions.Scopes)})");
    }

    /// <summary>Silos that form a cluster must read one log: each would start brokers of its own.</summary>
    private void RequireSharedLog(IConfiguration configuration)
    {
        if (HasKafka)
            return;
        if (HasZooKeeper)
            throw new SettingRefusedException(KafkaKey, value: null, $"silos that meet in ZooKeeper ({ZooKeeperKey}) need one log, and each would start brokers of its own");
        var silo = ShellCorpSiloOptionsValidator.Read(configuration);
        if (silo.PrimarySiloPort is { } primary && primary != silo.SiloPort)
        {
            throw new SettingRefusedException(
                PrimaryKey, configuration[PrimaryKey], $"a silo that joins another one needs that one's log; set {KafkaKey}, or each would start brokers of its own");
        }
    }

    private static SiloProfile ReadProfile(string? value) => value switch
    {
        null or "" => SiloProfile.Embedded,
        _ when Enum.GetNames<SiloProfile>().FirstOrDefault(name => name.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } name => Enum.Parse<SiloProfile>(name),
        _ => throw new SettingRefusedException(ProfileKey, value, $"it must be {nameof(SiloProfile.Embedded)} or {nameof(SiloProfile.Cluster)}"),
    };

    private static bool IsSet(IConfiguration configuration, string key) => !string.IsNullOrWhiteSpace(configuration[key]);
}
