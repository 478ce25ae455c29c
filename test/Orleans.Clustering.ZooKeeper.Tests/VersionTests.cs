using ZooKeeper.Tests.Servers;
using static Orleans.Clustering.Tests.Tables;

namespace Orleans.Clustering.Tests;

/// <summary>Guarantees G01–G09 of Orleans's conformance kit: what a version is.</summary>
public sealed class VersionTests(SharedServer shared)
{
    private string ConnectionString => shared.Server.ConnectionString;

    [ZooKeeperFact]
    public async Task G01_An_insert_with_the_current_version_commits_exactly_one_version()
    {
        await using var table = await CreateAsync(ConnectionString);
        for (var i = 0; i < 5; i++)
        {
            await table.InsertAsync(Entry(i));
            Assert.Equal(i + 1, (await table.ReadAllAsync()).Version.Version);
        }
    }

    [ZooKeeperFact]
    public async Task G02_An_update_with_the_current_tokens_commits_exactly_one_version()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));
        for (var i = 0; i < 5; i++)
        {
            await table.ChangeAsync(Silo(1), entry => entry.Status = SiloStatus.ShuttingDown);
            Assert.Equal(i + 2, (await table.ReadAllAsync()).Version.Version);
        }
    }

    [ZooKeeperFact]
    public async Task G03_Reads_of_one_version_show_the_same_fields()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));
        await table.InsertAsync(Entry(2, SiloStatus.Joining));
        var first = await table.ReadAllAsync();

        var beat = Entry(1);
        beat.IAmAliveTime = Start.AddHours(1);
        await table.UpdateIAmAliveAsync(beat);
        var second = await table.ReadAllAsync();

        Assert.Equal(first.Version, second.Version);
        Assert.Equal(Canonicals(first), Canonicals(second));
        Assert.Equal(first.Members.OrderBy(member => member.Item1.SiloName).Select(member => member.Item2), second.Members.OrderBy(member => member.Item1.SiloName).Select(member => member.Item2));
    }

    [ZooKeeperFact]
    public async Task G04_Reads_may_skip_versions_and_never_go_back()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var versions = new List<int>();
            while (!done.IsCancellationRequested)
                versions.Add((await table.ReadAllAsync()).Version.Version);
            return versions;
        });
        for (var i = 0; i < 50; i++)
            await table.ChangeAsync(Silo(1), entry => entry.Status = SiloStatus.Active);
        await done.CancelAsync();

        var versions = await reading;
        Assert.Equal(versions.Order(), versions);
        Assert.Equal(51, (await table.ReadAllAsync()).Version.Version);
    }

    [ZooKeeperFact]
    public async Task G05_A_dead_row_stays_dead_after_cleanups_and_a_successor_has_its_own_generation()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(ClassicTests.Aged(Entry(1, SiloStatus.Active), Start.AddDays(-10)));
        await table.ChangeAsync(Silo(1), entry => entry.Status = SiloStatus.Dead);
        var (dead, etag, _) = await table.TokensAsync(Silo(1));

        await table.CleanupDefunctSiloEntriesAsync(Start.AddDays(-1));
        await table.InsertAsync(Entry(1, SiloStatus.Active, generation: 2));
        dead.Status = SiloStatus.Active;

        Assert.False(await table.UpdateRowAsync(dead, etag, (await table.ReadAllAsync()).Version.Next()));
        Assert.Empty((await table.ReadRowAsync(Silo(1))).Members);
        Assert.Equal(Silo(1, generation: 2), Assert.Single((await table.ReadAllAsync()).Members).Item1.SiloAddress);
    }

    [ZooKeeperFact]
    public async Task G06_Heartbeats_leave_all_other_fields_and_versions_alone()
    {
        await using var table = await CreateAsync(ConnectionString);
        await table.InsertAsync(Entry(1));
        var before = await table.ReadAllAsync();
        // What a silo believes of itself besides may be out of date.
        var beat = Entry(1, SiloStatus.Joining);
        beat.HostName = "another";
        beat.SuspectTimes = null;

        for (var i = 1; i <= 5; i++)
        {
            beat.IAmAliveTime = Start.AddMinutes(i);
            await table.UpdateIAmAliveAsync(beat);
        }

        var after = await table.ReadAllAsync();
        Assert.Equal(before.Version, after.Version);
        Assert.Equal(before.Members[0].Item2, after.Members[0].Item2);
        Assert.Equal(Canonicals(before), Canonicals(after));
        Assert.Equal(Start.AddMinutes(5), after.Members[0].Item1.IAmAliveTime);
    }

    [ZooKeeperFact]
    public async Task G07_A_change_of_status_commits_with_tokens_from_before_a_heartbeat()
    {
        await using var table = await CreateAsync(ConnectionString);
        await CommitsOverHeartbeatAsync(table, entry => entry.Status = SiloStatus.Dead);
    }

    [ZooKeeperFact]
    public async Task G08_A_vote_commits_with_tokens_from_before_a_heartbeat()
    {
        await using var table = await CreateAsync(ConnectionString);
        await CommitsOverHeartbeatAsync(table, entry => entry.AddSuspector(Silo(7), Start.AddHours(2)));
    }

    [ZooKeeperFact]
    public async Task G09_Tables_that_were_opened_apart_are_one()
    {
        var cluster = NewClusterId();
        await using var one = await CreateAsync(ConnectionString, cluster);
        // Other options, and so another session.
        await using var other = Open(ConnectionString, cluster, options => options.SessionTimeout = TimeSpan.FromSeconds(29));

        await one.InsertAsync(Entry(1));
        var seen = await other.ReadAllAsync();
        await other.ChangeAsync(Silo(1), entry => entry.Status = SiloStatus.Dead);

        Assert.Equal(Canonical(Entry(1)), Canonical(Assert.Single(seen.Members).Item1));
        Assert.Equal(SiloStatus.Dead, (await one.ReadAllAsync()).Members.Single().Item1.Status);
    }

    private static async Task CommitsOverHeartbeatAsync(IMembershipTable table, Action<MembershipEntry> change)
    {
        await table.InsertAsync(Entry(1));
        var (entry, etag, version) = await table.TokensAsync(Silo(1));
        var beat = Entry(1);
        beat.IAmAliveTime = Start.AddHours(1);
        await table.UpdateIAmAliveAsync(beat);

        change(entry);
        Assert.True(await table.UpdateRowAsync(entry, etag, version.Next()));

        var (after, _, committed) = await table.TokensAsync(Silo(1));
        Assert.Equal(version.Version + 1, committed.Version);
        Assert.Equal(Canonical(entry), Canonical(after));
        Assert.Equal(beat.IAmAliveTime, after.IAmAliveTime);
    }

    private static IEnumerable<string> Canonicals(MembershipTableData table) => table.Members.Select(member => Canonical(member.Item1)).Order(StringComparer.Ordinal);
}
