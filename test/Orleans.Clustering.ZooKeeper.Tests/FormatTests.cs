using System.Net;
using System.Text;
using ZooKeeper.Client;
using ZooKeeper.Tests.Servers;
using static Orleans.Clustering.Tests.Tables;

namespace Orleans.Clustering.Tests;

/// <summary>The nodes and the JSON are those of the official package, whose own serializer has written these.</summary>
public sealed class FormatTests(SharedServer shared)
{
    private const string Row =
        """{"SiloAddress":{"SiloAddress":"10.0.0.7:11111@428000001"},"HostName":"köln-7","SiloName":"Silo \"seven\" <1>&'+","InstanceName":"Silo \"seven\" <1>&'+","Status":"ShuttingDown","ProxyPort":30000,"StartTime":"2026-01-31T22:59:59.123Z","SuspectTimes":[{"Item1":{"SiloAddress":"fe80::1:11112@428000002"},"Item2":"2026-02-01T00:00:00Z"},{"Item1":{"SiloAddress":"10.0.0.7:11111@428000001"},"Item2":"2026-02-01T00:00:00.1234567"}]}""";

    private const string Bare =
        """{"SiloAddress":{"SiloAddress":"10.0.0.7:11111@428000001"},"HostName":null,"SiloName":"Silo \"seven\" <1>&'+","InstanceName":"Silo \"seven\" <1>&'+","Status":"ShuttingDown","ProxyPort":30000,"StartTime":"2026-01-31T22:59:59.123Z","SuspectTimes":null}""";

    private const string Heartbeat = "\"2026-02-01T00:00:01Z\"";

    private static readonly SiloAddress Seven = SiloAddress.New(IPAddress.Parse("10.0.0.7"), 11111, 428000001);

    [ZooKeeperFact]
    public async Task Rows_are_written_byte_by_byte_as_the_official_package_writes_them()
    {
        var cluster = NewClusterId();
        await using var table = await CreateAsync(shared.Server.ConnectionString, cluster);
        await using var client = new ZooKeeperClient(new() { ConnectionString = $"{shared.Server.ConnectionString}/{cluster}" });

        await table.InsertAsync(Sample());
        Assert.Equal((Row, Heartbeat), (await TextAsync(client, $"/{Seven.ToParsableString()}"), await TextAsync(client, $"/{Seven.ToParsableString()}/IAmAlive")));
        await table.ChangeAsync(Seven, entry => (entry.HostName, entry.SuspectTimes) = (null!, null));
        Assert.Equal(Bare, await TextAsync(client, $"/{Seven.ToParsableString()}"));

        var root = await client.GetAsync("/");
        Assert.Equal((0, 2), (root.Data.Length, root.Stat.Version));
        Assert.Equal(0, root.Stat.EphemeralOwner);
    }

    [ZooKeeperFact]
    public async Task Rows_of_the_official_package_are_read_old_ones_too()
    {
        var cluster = NewClusterId();
        await using var table = await CreateAsync(shared.Server.ConnectionString, cluster);
        await using var client = new ZooKeeperClient(new() { ConnectionString = $"{shared.Server.ConnectionString}/{cluster}" });
        await client.CreateAsync($"/{Seven.ToParsableString()}", Encoding.UTF8.GetBytes(Row));
        await client.CreateAsync($"/{Seven.ToParsableString()}/IAmAlive", Encoding.UTF8.GetBytes(Heartbeat));
        // As it was before silos had names of their own, with more that nobody knows.
        var old = Bare.Replace("\"SiloName\":\"Silo \\\"seven\\\" <1>&'+\",", "\"Later\":[{}],", StringComparison.Ordinal).Replace("428000001", "428000009", StringComparison.Ordinal);
        await client.CreateAsync("/10.0.0.7:11111@428000009", Encoding.UTF8.GetBytes(old));
        await client.CreateAsync("/10.0.0.7:11111@428000009/IAmAlive", Encoding.UTF8.GetBytes(Heartbeat));

        var row = (await table.ReadRowAsync(Seven)).Members.Single().Item1;
        var oldRow = (await table.ReadAllAsync()).TryGet(SiloAddress.New(IPAddress.Parse("10.0.0.7"), 11111, 428000009))!.Item1;

        Assert.Equal(Text(Sample()), Text(row));
        Assert.Equal(Sample().SuspectTimes, row.SuspectTimes);
        Assert.Equal("Silo \"seven\" <1>&'+", oldRow.SiloName);
        Assert.Null(oldRow.SuspectTimes);
    }

    [ZooKeeperFact]
    public async Task A_node_that_is_no_row_is_passed_over()
    {
        var cluster = NewClusterId();
        await using var table = await CreateAsync(shared.Server.ConnectionString, cluster);
        await table.InsertAsync(Sample());
        await using var client = new ZooKeeperClient(new() { ConnectionString = $"{shared.Server.ConnectionString}/{cluster}" });
        await client.CreateAsync("/somebody-elses");

        Assert.Equal(Seven, Assert.Single((await table.ReadAllAsync()).Members).Item1.SiloAddress);
    }

    private static async Task<string> TextAsync(ZooKeeperClient client, string path) => Encoding.UTF8.GetString((await client.GetAsync(path)).Data.Span);

    private static MembershipEntry Sample() => new()
    {
        SiloAddress = Seven,
        HostName = "köln-7",
        SiloName = "Silo \"seven\" <1>&'+",
        Status = SiloStatus.ShuttingDown,
        ProxyPort = 30000,
        StartTime = new DateTime(2026, 1, 31, 22, 59, 59, 123, DateTimeKind.Utc),
        IAmAliveTime = new DateTime(2026, 2, 1, 0, 0, 1, DateTimeKind.Utc),
        SuspectTimes =
        [
            Tuple.Create(SiloAddress.New(IPAddress.Parse("fe80::1"), 11112, 428000002), new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc)),
            Tuple.Create(Seven, new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Unspecified).AddTicks(1234567)),
        ],
    };
}
