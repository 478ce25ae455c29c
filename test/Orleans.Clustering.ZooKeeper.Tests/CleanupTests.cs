using ZooKeeper.Tests.Servers;
using static Orleans.Clustering.Tests.Tables;

namespace Orleans.Clustering.Tests;

/// <summary>Guarantee G25 of Orleans's conformance kit: what a cleanup removes, and that nobody who reads or writes meanwhile suffers.</summary>
public sealed class CleanupTests(SharedServer shared)
{
    private static readonly DateTime Limit = Start;

    [ZooKeeperTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task G25_Two_cleaners_remove_dead_rows_that_are_strictly_older_while_others_read(bool ensemble)
    {
        const int rows = 40;
        await using var stage = await Stage.SetAsync(ensemble, shared);
        var cluster = NewClusterId();
        await using var table = await CreateAsync(stage.ConnectionString, cluster);
        await using var other = Open(stage.ConnectionString, cluster, options => options.SessionTimeout = TimeSpan.FromSeconds(20));
        for (var i = 0; i < rows; i++)
            await table.InsertAsync(ClassicTests.Aged(Entry(i, i % 2 == 0 ? SiloStatus.Dead : SiloStatus.Active), Limit.AddTicks(-1)));
        await table.InsertAsync(ClassicTests.Aged(Entry(rows, SiloStatus.Dead), Limit));
        var version = (await table.ReadAllAsync()).Version;

        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var seen = await stage.PersistAsync(() => table.ReadAllAsync());
                Assert.Equal(version, seen.Version);
                Assert.Equal(rows / 2, seen.Members.Count(member => member.Item1.Status == SiloStatus.Active));
                Assert.NotNull(seen.TryGet(Silo(rows)));
            }
        });
        await Task.WhenAll(stage.DisasterAsync(), CleanAsync(stage, table), CleanAsync(stage, other));
        await done.CancelAsync();
        await Eventually.EndAsync("the reader to end", reading);

        var left = await table.ReadAllAsync();
        Assert.Equal([.. Enumerable.Range(0, rows).Where(i => i % 2 == 1).Select(i => Silo(i)), Silo(rows)], left.Members.Select(member => member.Item1.SiloAddress).Order());
        Assert.Equal(version, left.Version);
        await table.CleanupDefunctSiloEntriesAsync(Limit.AddTicks(1));
        Assert.Null((await table.ReadAllAsync()).TryGet(Silo(rows)));
    }

    [ZooKeeperFact]
    public async Task One_sign_of_life_that_is_not_older_keeps_a_row()
    {
        await using var table = await CreateAsync(shared.Server.ConnectionString);
        Action<MembershipEntry>[] signs =
        [
            entry => entry.StartTime = Limit,
            entry => entry.IAmAliveTime = Limit,
            entry => entry.SuspectTimes!.Add(Tuple.Create(Silo(901), Limit)),
            entry => entry.Status = SiloStatus.Stopping,
        ];
        for (var i = 0; i < signs.Length; i++)
        {
            var entry = ClassicTests.Aged(Entry(i, SiloStatus.Dead), Limit.AddTicks(-1));
            signs[i](entry);
            await table.InsertAsync(entry);
        }

        await table.CleanupDefunctSiloEntriesAsync(Limit);

        Assert.Equal(signs.Length, (await table.ReadAllAsync()).Members.Count);
    }

    [ZooKeeperFact]
    public async Task A_row_that_gets_a_heartbeat_in_between_is_looked_at_again_and_kept()
    {
        var cluster = NewClusterId();
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var table = await CreateAsync(proxy.ConnectionString, cluster);
        await using var beating = Open(shared.Server.ConnectionString, cluster);
        await table.InsertAsync(ClassicTests.Aged(Entry(1, SiloStatus.Dead), Limit.AddDays(-1)));
        await table.InsertAsync(ClassicTests.Aged(Entry(2, SiloStatus.Dead), Limit.AddDays(-1)));
        var beat = Entry(1, SiloStatus.Dead);
        beat.IAmAliveTime = Limit;
        proxy.Before(Operation.Multi, () => beating.UpdateIAmAliveAsync(beat));

        await table.CleanupDefunctSiloEntriesAsync(Limit);

        Assert.Equal(Limit, Assert.Single((await table.ReadAllAsync()).Members).Item1.IAmAliveTime);
    }

    private static Task<object> CleanAsync(Stage stage, IMembershipTable table) => stage.PersistAsync<object>(async () =>
    {
        await table.CleanupDefunctSiloEntriesAsync(Limit);
        return true;
    });
}
