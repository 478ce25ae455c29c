using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime.Membership;

namespace Orleans.Clustering.Tests;

/// <summary>Tables, rows and the loops around them that Orleans has.</summary>
internal static class Tables
{
    /// <summary>Shorter sessions than these may expire on a machine that is busy with other tests.</summary>
    internal static readonly TimeSpan SessionTimeout = TimeSpan.FromSeconds(30);

    internal static readonly DateTime Start = new(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc);

    internal static string NewClusterId() => $"cluster-{Guid.NewGuid():n}";

    internal static ZooKeeperBasedMembershipTable Open(string connectionString, string clusterId, Action<ZooKeeperClusteringSiloOptions>? configure = null)
    {
        var options = new ZooKeeperClusteringSiloOptions { ConnectionString = connectionString, SessionTimeout = SessionTimeout };
        configure?.Invoke(options);
        return new(NullLogger<ZooKeeperBasedMembershipTable>.Instance, Options.Create(options), Options.Create(new ClusterOptions { ClusterId = clusterId }));
    }

    /// <summary>A table that is there and empty.</summary>
    internal static async Task<ZooKeeperBasedMembershipTable> CreateAsync(string connectionString, string? clusterId = null)
    {
        var table = Open(connectionString, clusterId ?? NewClusterId());
        await table.InitializeMembershipTableAsync(true);
        return table;
    }

    internal static ZooKeeperGatewayListProvider Gateways(string connectionString, string clusterId, Action<ZooKeeperGatewayListProviderOptions>? configure = null)
    {
        var options = new ZooKeeperGatewayListProviderOptions { ConnectionString = connectionString, SessionTimeout = SessionTimeout };
        configure?.Invoke(options);
        return new(
            NullLogger<ZooKeeperGatewayListProvider>.Instance,
            Options.Create(options),
            Options.Create(new GatewayOptions { GatewayListRefreshPeriod = TimeSpan.FromSeconds(17) }),
            Options.Create(new ClusterOptions { ClusterId = clusterId }));
    }

    internal static SiloAddress Silo(int number, int generation = 1) => SiloAddress.New(IPAddress.Parse("10.1.0.1"), 11000 + number, generation);

    internal static MembershipEntry Entry(int number, SiloStatus status = SiloStatus.Active, int generation = 1) => new()
    {
        SiloAddress = Silo(number, generation),
        HostName = "host-" + number.ToString(CultureInfo.InvariantCulture),
        SiloName = "silo-" + number.ToString(CultureInfo.InvariantCulture),
        Status = status,
        ProxyPort = 30000 + number,
        StartTime = Start,
        IAmAliveTime = Start,
        SuspectTimes = [Tuple.Create(Silo(900), Start.AddSeconds(1)), Tuple.Create(Silo(901), Start.AddSeconds(2))],
    };

    /// <summary>Inserts with the table's version of the moment.</summary>
    internal static async Task InsertAsync(this IMembershipTable table, MembershipEntry entry) =>
        Assert.True(await table.InsertRowAsync(entry, (await table.ReadAllAsync()).Version.Next()), $"{entry} was not inserted");

    /// <summary>Changes a row with the tokens of the moment.</summary>
    internal static async Task ChangeAsync(this IMembershipTable table, SiloAddress silo, Action<MembershipEntry> change)
    {
        var (entry, etag, version) = await table.TokensAsync(silo);
        change(entry);
        Assert.True(await table.UpdateRowAsync(entry, etag, version.Next()), $"{entry} was not updated");
    }

    internal static async Task<(MembershipEntry Entry, string Etag, TableVersion Version)> TokensAsync(this IMembershipTable table, SiloAddress silo)
    {
        var read = await table.ReadRowAsync(silo);
        var (entry, etag) = Assert.Single(read.Members);
        return (entry, etag, read.Version);
    }

    /// <summary>All that a row keeps.</summary>
    internal static string Text(MembershipEntry entry) => entry.ToFullString();

    /// <summary>All that a row keeps but its heartbeat, which is no part of a version.</summary>
    internal static string Canonical(MembershipEntry entry)
    {
        var suspects = string.Join(";", (entry.SuspectTimes ?? []).Select(suspect => $"{suspect.Item1.ToParsableString()}={suspect.Item2:O}"));
        return $"{entry.SiloAddress.ToParsableString()} {entry.HostName} {entry.SiloName} {entry.Status} {entry.ProxyPort} {entry.StartTime:O} {suspects}";
    }

    /// <summary>All that a table keeps.</summary>
    internal static string Text(MembershipTableData table) =>
        $"{table.Version.Version}/{table.Version.VersionEtag}: " + string.Join(" | ", table.Members.OrderBy(member => member.Item1.SiloAddress.ToParsableString(), StringComparer.Ordinal).Select(member => $"{Text(member.Item1)} @{member.Item2}"));
}
