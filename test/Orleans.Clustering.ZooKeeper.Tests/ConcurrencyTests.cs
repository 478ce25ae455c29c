using ZooKeeper.Tests.Servers;
using static Orleans.Clustering.Tests.Tables;

namespace Orleans.Clustering.Tests;

/// <summary>Guarantees G20–G22 of Orleans's conformance kit, on one server and on three whose leader is killed meanwhile.</summary>
public sealed class ConcurrencyTests(SharedServer shared)
{
    private const int Rounds = 6;
    private const int CommitsInARound = 12;
    private const int Rows = 128;
    private const int DeadRows = 16;

    [ZooKeeperTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task G20_Of_updates_of_different_rows_at_one_version_exactly_one_wins(bool ensemble)
    {
        const int writers = 8;
        await using var stage = await Stage.SetAsync(ensemble, shared);
        var cluster = NewClusterId();
        await using var table = await CreateAsync(stage.ConnectionString, cluster);
        var handles = Enumerable.Range(0, writers).Select(i => Open(stage.ConnectionString, cluster, options => options.SessionTimeout = TimeSpan.FromSeconds(20 + (i % 3)))).ToList();
        for (var i = 0; i < writers; i++)
            await table.InsertAsync(Entry(i));

        for (var round = 1; round <= 20; round++)
        {
            var before = await stage.PersistAsync(() => table.ReadAllAsync());
            var suspicion = Start.AddSeconds(1000 + round);
            var disaster = round == 10 ? stage.DisasterAsync() : Task.CompletedTask;
            var won = await Task.WhenAll(handles.Select((handle, i) => stage.AttemptAsync(() => SuspectAsync(handle, before, i, suspicion), unknown: null)));
            await disaster;
            var after = await stage.PersistAsync(() => table.ReadAllAsync());

            var changed = Enumerable.Range(0, writers).Where(i => after.TryGet(Silo(i))!.Item1.SuspectTimes!.Exists(suspect => suspect.Item2 == suspicion)).ToList();
            Assert.Equal(before.Version.Version + changed.Count, after.Version.Version);
            Assert.True(changed.Count <= 1, $"{changed.Count} updates at version {before.Version.Version} took effect");
            Assert.All(Enumerable.Range(0, writers).Where(i => won[i] == true), winner => Assert.Contains(winner, changed));
            Assert.All(changed, winner => Assert.NotEqual(false, won[winner]));
            if (won.All(outcome => outcome is not null))
                Assert.Single(changed);
        }

        foreach (var handle in handles)
            await handle.DisposeAsync();
    }

    [ZooKeeperTheory]
    [InlineData(false)]
    [InlineData(true)]
    public Task G21_All_rows_are_read_as_they_were_at_one_version(bool ensemble) => ReadWhileWritingAsync(ensemble, async (table, history, removable, _) =>
    {
        var seen = await table.ReadAllAsync();
        history.Confirm(seen, removable);
        return seen;
    });

    [ZooKeeperTheory]
    [InlineData(false)]
    [InlineData(true)]
    public Task G22_One_row_is_read_as_it_was_at_its_version(bool ensemble) => ReadWhileWritingAsync(ensemble, async (table, history, removable, turn) =>
    {
        var silo = turn % 4 == 0 ? Dead(turn % DeadRows).SiloAddress : Silo(turn % Rows);
        var seen = await table.ReadRowAsync(silo);
        history.Confirm(seen, silo.ToParsableString(), removable.Contains(silo.ToParsableString()));
        return seen;
    });

    private static MembershipEntry Dead(int i) => ClassicTests.Aged(Entry(500 + i, SiloStatus.Dead), Start.AddDays(-10));

    // One writer changes row after row, and waits for a reader every few commits, so that readers see versions in between. In the last two rounds two
    // cleaners remove the dead rows, whose removal takes no version.
    private async Task ReadWhileWritingAsync(bool ensemble, Func<IMembershipTable, History, IReadOnlySet<string>, int, Task<MembershipTableData>> read)
    {
        await using var stage = await Stage.SetAsync(ensemble, shared);
        var cluster = NewClusterId();
        await using var table = await CreateAsync(stage.ConnectionString, cluster);
        await using var other = Open(stage.ConnectionString, cluster, options => options.SessionTimeout = TimeSpan.FromSeconds(20));
        var removable = Enumerable.Range(0, DeadRows).Select(i => Dead(i).SiloAddress.ToParsableString()).ToHashSet();
        var writer = new Writer(table, stage);
        foreach (var entry in Enumerable.Range(0, Rows).Select(i => Entry(i)).Concat(Enumerable.Range(0, DeadRows).Select(Dead)))
            await writer.InsertAsync(entry);

        using var done = new CancellationTokenSource();
        var views = new Views();
        Task[] readers = [ReadAsync(table), ReadAsync(other)];
        for (var round = 1; round <= Rounds; round++)
        {
            var disaster = round == Rounds / 2 ? stage.DisasterAsync() : Task.CompletedTask;
            Task<object?>[] cleaners = round < Rounds - 1 ? [] : [CleanAsync(table), CleanAsync(other)];
            for (var i = 0; i < CommitsInARound; i++)
            {
                await writer.SuspectAsync(Silo(((round * CommitsInARound) + i) % Rows), Start.AddSeconds((1000 * round) + i));
                if (i % 4 == 3)
                    await Task.WhenAny(views.NextAsync(), Task.WhenAll(readers));
            }

            await Task.WhenAll([disaster, .. cleaners]);
        }

        await done.CancelAsync();
        await Eventually.EndAsync("the readers to end", Task.WhenAll(readers));
        var last = await table.ReadAllAsync();
        writer.History.Confirm(last, removable);
        Assert.Equal(Rows, last.Members.Count);

        async Task ReadAsync(IMembershipTable handle)
        {
            var latest = 0;
            for (var turn = 0; !done.IsCancellationRequested; turn++)
            {
                var seen = await stage.PersistAsync(() => read(handle, writer.History, removable, turn));
                Assert.True(seen.Version.Version >= latest, $"version {seen.Version.Version} was read after {latest}");
                latest = seen.Version.Version;
                views.Tell();
            }
        }

        Task<object?> CleanAsync(IMembershipTable handle) => stage.PersistAsync<object>(async () =>
        {
            await handle.CleanupDefunctSiloEntriesAsync(Start.AddDays(-1));
            return true;
        })!;
    }

    private static async Task<bool?> SuspectAsync(IMembershipTable table, MembershipTableData before, int silo, DateTime time)
    {
        var (entry, etag) = before.TryGet(Silo(silo))!;
        var changed = Entry(silo, entry.Status);
        changed.SuspectTimes = [Tuple.Create(Silo(700), time)];
        return await table.UpdateRowAsync(changed, etag, before.Version.Next());
    }
}
