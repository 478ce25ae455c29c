using ZooKeeper.Tests.Servers;
using static Orleans.Clustering.Tests.Tables;

namespace Orleans.Clustering.Tests;

/// <summary>What Orleans has always asked of a membership table.</summary>
public sealed class ClassicTests(SharedServer shared)
{
    private string ConnectionString => shared.Server.ConnectionString;

    [ZooKeeperFact]
    public async Task Gateways_are_the_active_silos_with_a_port_for_clients()
    {
        var cluster = NewClusterId();
        await using var table = await CreateAsync(ConnectionString, cluster);
        await using var gateways = Gateways(ConnectionString, cluster);
        SiloStatus[] others = [SiloStatus.None, SiloStatus.Created, SiloStatus.Joining, SiloStatus.ShuttingDown, SiloStatus.Stopping, SiloStatus.Dead, SiloStatus.Dead];
        for (var i = 0; i < 3; i++)
            await table.InsertAsync(Entry(i));
        for (var i = 0; i < others.Length; i++)
            await table.InsertAsync(Entry(10 + i, others[i]));
        await table.ChangeAsync(Silo(1), entry => entry.ProxyPort = 0);

        await gateways.InitializeGatewayListProviderAsync();
        var uris = await gateways.GetGatewaysAsync();

        Assert.Equal(["gwy.tcp://10.1.0.1:30000/1", "gwy.tcp://10.1.0.1:30002/1"], uris.Select(uri => uri.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(uris.Order(Comparer<Uri>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))), (await gateways.GetGateways()).OrderBy(uri => uri.ToString(), StringComparer.Ordinal));
        Assert.Equal((TimeSpan.FromSeconds(17), true), (gateways.MaxStaleness, gateways.IsUpdatable));
    }

    [ZooKeeperFact]
    public async Task An_empty_table_has_version_0_and_an_etag()
    {
        await using var table = await CreateAsync(ConnectionString);

        var data = await table.ReadAll();

        Assert.Empty(data.Members);
        Assert.Equal((0, "0"), (data.Version.Version, data.Version.VersionEtag));
    }

    [ZooKeeperFact]
    public async Task An_insert_takes_the_next_version()
    {
        await using var table = await CreateAsync(ConnectionString);

        Assert.True(await table.InsertRow(Entry(1), (await table.ReadAll()).Version.Next()));

        var data = await table.ReadAll();
        Assert.Equal(1, data.Version.Version);
        Assert.Single(data.Members);
    }

    [ZooKeeperFact]
    public async Task A_row_is_inserted_once_and_with_a_fresh_version_only()
    {
        await using var table = await CreateAsync(ConnectionString);
        var stale = (await table.ReadAll()).Version.Next();
        Assert.True(await table.InsertRow(Entry(1), stale));

        Assert.False(await table.InsertRow(Entry(1), stale));
        Assert.False(await table.InsertRow(Entry(2), stale));
        Assert.False(await table.InsertRow(Entry(1), (await table.ReadAll()).Version.Next()));

        var all = await table.ReadAll();
        var row = await table.ReadRow(Silo(1));
        Assert.Equal(1, row.Version.Version);
        Assert.Equal(all.Version.VersionEtag, row.Version.VersionEtag);
        Assert.Equal(all.Members.Single().Item2, Assert.Single(row.Members).Item2);
    }

    [ZooKeeperFact]
    public async Task What_was_inserted_is_read()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));

        var data = await table.ReadAll();

        Assert.Equal(1, data.Version.Version);
        Assert.Equal(Text(Entry(1)), Text(Assert.Single(data.Members).Item1));
    }

    [ZooKeeperFact]
    public async Task An_update_needs_the_versions_of_the_row_and_of_the_table()
    {
        await using var table = await CreateAsync(ConnectionString);
        for (var i = 1; i < 10; i++)
        {
            await table.InsertAsync(Entry(i));
            var (entry, etag, version) = await table.TokensAsync(Silo(i));
            entry.SuspectTimes = [Tuple.Create(Silo(i + 100), Start.AddSeconds(i)), Tuple.Create(Silo(i + 200), Start.AddTicks(i))];
            entry.Status = SiloStatus.ShuttingDown;
            var stale = new TableVersion(version.Version, (version.Version - 1).ToString(System.Globalization.CultureInfo.InvariantCulture));

            Assert.False(await table.UpdateRow(entry, etag, stale));
            Assert.Equal((etag, version.VersionEtag), await EtagsAsync(table, i));
            Assert.True(await table.UpdateRow(entry, etag, version.Next()));
            Assert.False(await table.UpdateRow(entry, etag, version.Next()));
            var (after, newEtag, newVersion) = await table.TokensAsync(Silo(i));
            Assert.False(await table.UpdateRow(entry, newEtag, version.Next()));

            Assert.Equal((newEtag, newVersion.VersionEtag), await EtagsAsync(table, i));
            Assert.Equal(version.Version + 1, newVersion.Version);
            Assert.Equal(Text(entry), Text(after));
            Assert.Equal(i, (await table.ReadAll()).Members.Count);
        }
    }

    [ZooKeeperFact]
    public async Task Of_twenty_inserts_at_once_one_wins_and_as_many_updates_at_once_all_come_through()
    {
        await using var table = await CreateAsync(ConnectionString);
        var version = (await table.ReadAll()).Version.Next();
        var inserts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => table.InsertRow(Entry(1), version)));

        await Eventually.EndAsync("all updates to come through", Task.WhenAll(Enumerable.Range(0, 19).Select(_ => Task.Run(() => UpdateUntilTakenAsync(table)))));

        Assert.Single(inserts, won => won);
        var data = await table.ReadAll();
        Assert.Equal(20, data.Version.Version);
        Assert.Single(data.Members);
    }

    [ZooKeeperFact]
    public async Task A_heartbeat_is_read_back_and_takes_no_version()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));
        var beat = Entry(1);
        beat.IAmAliveTime = Start.AddSeconds(30).AddTicks(1234567);

        await table.UpdateIAmAlive(beat);

        var data = await table.ReadAll();
        Assert.Equal(beat.IAmAliveTime, Assert.Single(data.Members).Item1.IAmAliveTime);
        Assert.Equal(DateTimeKind.Utc, data.Members[0].Item1.IAmAliveTime.Kind);
        Assert.Equal(1, data.Version.Version);
    }

    [ZooKeeperFact]
    public async Task A_cleanup_removes_old_dead_rows_and_nothing_else()
    {
        await using var table = await CreateAsync(ConnectionString);
        foreach (var status in Enum.GetValues<SiloStatus>())
            await table.InsertAsync(Aged(Entry((int)status, status), Start.AddDays(-10)));
        for (var i = 0; i < 3; i++)
            await table.InsertAsync(Aged(Entry(100 + i, SiloStatus.Dead), Start));
        var version = (await table.ReadAll()).Version;

        await table.CleanupDefunctSiloEntries(Start.AddDays(-1));

        var data = await table.ReadAll();
        Assert.Equal(Enum.GetValues<SiloStatus>().Length - 1 + 3, data.Members.Count);
        Assert.DoesNotContain(data.Members, member => member.Item1.SiloAddress.Equals(Silo((int)SiloStatus.Dead)));
        Assert.Equal(version, data.Version);
    }

    internal static MembershipEntry Aged(MembershipEntry entry, DateTime time)
    {
        entry.StartTime = entry.IAmAliveTime = time;
        entry.SuspectTimes = [Tuple.Create(Silo(900), time)];
        return entry;
    }

    private static async Task<(string Row, string Table)> EtagsAsync(IMembershipTable table, int silo)
    {
        var (_, etag, version) = await table.TokensAsync(Silo(silo));
        return (etag, version.VersionEtag);
    }

    private static async Task UpdateUntilTakenAsync(IMembershipTable table)
    {
        while (true)
        {
            var (entry, etag, version) = await table.TokensAsync(Silo(1));
            if (await table.UpdateRowAsync(entry, etag, version.Next()))
                return;
        }
    }
}
