using ZooKeeper.Tests.Servers;
using static Orleans.Clustering.Tests.Tables;

namespace Orleans.Clustering.Tests;

/// <summary>Guarantees G10–G19 of Orleans's conformance kit: writes that must fail change nothing, and objects are copies.</summary>
public sealed class ConflictTests(SharedServer shared)
{
    private string ConnectionString => shared.Server.ConnectionString;

    [ZooKeeperFact]
    public async Task G10_An_insert_with_a_stale_version_is_refused_without_a_trace()
    {
        await using var table = await CreateAsync(ConnectionString);
        var stale = (await table.ReadAllAsync()).Version.Next();
        await table.InsertAsync(Entry(1));

        await RefusedAsync(table, () => table.InsertRowAsync(Entry(2), stale));
    }

    [ZooKeeperFact]
    public async Task G11_An_update_with_a_stale_version_of_the_table_is_refused_without_a_trace()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));
        var (entry, etag, stale) = await table.TokensAsync(Silo(1));
        await table.InsertAsync(Entry(2));
        entry.Status = SiloStatus.Dead;

        await RefusedAsync(table, () => table.UpdateRowAsync(entry, etag, stale.Next()));
    }

    [ZooKeeperFact]
    public async Task G12_An_update_after_another_one_of_the_same_row_is_refused_without_a_trace()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));
        var (entry, etag, version) = await table.TokensAsync(Silo(1));
        await table.ChangeAsync(Silo(1), other => other.Status = SiloStatus.ShuttingDown);
        entry.Status = SiloStatus.Dead;

        await RefusedAsync(table, () => table.UpdateRowAsync(entry, etag, version.Next()));
        // The row's own version is heeded too.
        var fresh = (await table.ReadAllAsync()).Version.Next();
        await RefusedAsync(table, () => table.UpdateRowAsync(entry, etag, fresh));
    }

    [ZooKeeperFact]
    public async Task G13_A_second_insert_of_an_address_is_refused_without_a_trace()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));
        var fresh = (await table.ReadAllAsync()).Version.Next();

        await RefusedAsync(table, () => table.InsertRowAsync(Entry(1, SiloStatus.Dead), fresh));
    }

    [ZooKeeperFact]
    public async Task G14_A_row_that_is_not_there_is_not_brought_to_life_by_an_update()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));
        await table.InsertAsync(ClassicTests.Aged(Entry(2, SiloStatus.Dead), Start.AddDays(-10)));
        var (_, real, _) = await table.TokensAsync(Silo(1));
        var (removed, etag, _) = await table.TokensAsync(Silo(2));
        await table.CleanupDefunctSiloEntriesAsync(Start.AddDays(-1));
        var fresh = (await table.ReadAllAsync()).Version.Next();

        await RefusedAsync(table, () => table.UpdateRowAsync(Entry(3), real, fresh));
        await RefusedAsync(table, () => table.UpdateRowAsync(removed, etag, fresh));
    }

    [ZooKeeperFact]
    public async Task G15_One_row_and_all_rows_are_read_alike_present_or_absent()
    {
        await using var table = await CreateAsync(ConnectionString);
        for (var i = 0; i < 3; i++)
            await table.InsertAsync(Entry(i, (SiloStatus)(i + 2)));

        var all = await table.ReadAllAsync();
        foreach (var (entry, etag) in all.Members)
        {
            var row = await table.ReadRowAsync(entry.SiloAddress);
            Assert.Equal(all.Version, row.Version);
            Assert.Equal((Text(entry), etag), (Text(Assert.Single(row.Members).Item1), row.Members[0].Item2));
        }

        var absent = await table.ReadRowAsync(Silo(77));
        Assert.Equal(all.Version, absent.Version);
        Assert.Empty(absent.Members);
        Assert.Null(all.TryGet(Silo(77)));
    }

    [ZooKeeperFact]
    public async Task G16_What_was_read_stays_as_it_was_when_the_table_changes()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));
        var all = await table.ReadAllAsync();
        var row = await table.ReadRowAsync(Silo(1));
        var (allThen, rowThen) = (Text(all), Text(row));

        await table.ChangeAsync(Silo(1), entry => entry.AddSuspector(Silo(9), Start));
        await table.InsertAsync(Entry(2));

        Assert.Equal((allThen, rowThen), (Text(all), Text(row)));
    }

    [ZooKeeperFact]
    public async Task G17_Changing_an_entry_after_it_was_inserted_does_not_change_the_table()
    {
        await using var table = await CreateAsync(ConnectionString);
        var entry = Entry(1);
        await table.InsertAsync(entry);

        Mutate(entry);

        Assert.Equal(Text(Entry(1)), Text((await table.ReadAllAsync()).Members.Single().Item1));
    }

    [ZooKeeperFact]
    public async Task G18_Changing_an_entry_after_it_was_updated_or_beaten_does_not_change_the_table()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));
        var (entry, etag, version) = await table.TokensAsync(Silo(1));
        entry.Status = SiloStatus.ShuttingDown;
        Assert.True(await table.UpdateRowAsync(entry, etag, version.Next()));
        entry.IAmAliveTime = Start.AddHours(1);
        await table.UpdateIAmAliveAsync(entry);
        var then = Text(entry);

        Mutate(entry);

        Assert.Equal(then, Text((await table.ReadAllAsync()).Members.Single().Item1));
    }

    [ZooKeeperFact]
    public async Task G19_Changing_what_was_read_does_not_change_the_table()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));

        Mutate((await table.ReadAllAsync()).Members.Single().Item1);
        Mutate((await table.ReadRowAsync(Silo(1))).Members.Single().Item1);

        Assert.Equal(Text(Entry(1)), Text((await table.ReadAllAsync()).Members.Single().Item1));
    }

    private static async Task RefusedAsync(IMembershipTable table, Func<Task<bool>> write)
    {
        var before = Text(await table.ReadAllAsync());
        Assert.False(await write());
        Assert.Equal(before, Text(await table.ReadAllAsync()));
    }

    private static void Mutate(MembershipEntry entry)
    {
        entry.Status = SiloStatus.Dead;
        entry.HostName = "changed";
        entry.ProxyPort = 1;
        entry.IAmAliveTime = Start.AddYears(1);
        entry.SuspectTimes!.Clear();
    }
}
