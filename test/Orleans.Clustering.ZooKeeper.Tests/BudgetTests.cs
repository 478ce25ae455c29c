using ZooKeeper.Client;
using ZooKeeper.Tests.Servers;
using static Orleans.Clustering.Tests.Tables;

namespace Orleans.Clustering.Tests;

/// <summary>What operations cost, counted on the wire.</summary>
public sealed class BudgetTests(SharedServer shared)
{
    [ZooKeeperFact]
    public async Task A_heartbeat_is_one_write_without_condition_and_no_read()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var table = await CreateAsync(proxy.ConnectionString);
        await table.InsertAsync(Entry(1));
        var before = await table.ReadAllAsync();
        proxy.Forget();

        for (var i = 1; i <= 10; i++)
        {
            var beat = Entry(1);
            beat.IAmAliveTime = Start.AddSeconds(i);
            await table.UpdateIAmAliveAsync(beat);
        }

        Assert.Equal(Enumerable.Repeat(Operation.SetData, 10), proxy.Operations);
        Assert.All(proxy.SetDataVersions, version => Assert.Equal(ZooKeeperClient.AnyVersion, version));
        Assert.Equal(before.Version, (await table.ReadAllAsync()).Version);
    }

    [ZooKeeperFact]
    public async Task A_heartbeat_whose_answer_is_lost_is_not_sent_again()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var table = await CreateAsync(proxy.ConnectionString);
        await table.InsertAsync(Entry(1));
        proxy.Forget();
        proxy.CutReplyTo(Operation.SetData);

        await Assert.ThrowsAsync<ConnectionLossException>(() => table.UpdateIAmAliveAsync(Entry(1)));

        Assert.Equal([Operation.SetData], proxy.Operations);
    }

    [ZooKeeperFact]
    public async Task A_commit_is_one_multi_that_is_not_sent_again_when_its_answer_is_lost()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var table = await CreateAsync(proxy.ConnectionString);
        var version = (await table.ReadAllAsync()).Version;
        proxy.Forget();

        Assert.True(await table.InsertRowAsync(Entry(1), version.Next()));
        Assert.Equal([Operation.Multi], proxy.Operations);
        var (entry, etag, fresh) = await table.TokensAsync(Silo(1));
        proxy.Forget();
        proxy.CutReplyTo(Operation.Multi);
        entry.Status = SiloStatus.Dead;
        var lost = await Assert.ThrowsAsync<ConnectionLossException>(() => table.UpdateRowAsync(entry, etag, fresh.Next()));

        Assert.True(lost.MayHaveTakenEffect);
        Assert.Equal([Operation.Multi], proxy.Operations);
        Assert.Equal(SiloStatus.Dead, (await table.ReadRowAsync(Silo(1))).Members.Single().Item1.Status);
    }

    [ZooKeeperFact]
    public async Task A_read_synchronises_first_and_looks_at_the_table_before_and_after_its_rows()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var table = await CreateAsync(proxy.ConnectionString);
        await table.InsertAsync(Entry(1));
        await table.InsertAsync(Entry(2));
        proxy.Forget();

        await table.ReadAllAsync();

        Assert.Equal([Operation.Sync, Operation.GetChildren, .. Enumerable.Repeat(Operation.GetData, 4), Operation.GetChildren], proxy.Operations);
    }

    [ZooKeeperFact]
    public async Task A_read_whose_rows_change_meanwhile_is_made_again()
    {
        var cluster = NewClusterId();
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var table = await CreateAsync(proxy.ConnectionString, cluster);
        await using var other = Open(shared.Server.ConnectionString, cluster);
        await table.InsertAsync(Entry(1));
        await table.InsertAsync(Entry(2));
        // Whichever row is read first, this comes between the two.
        proxy.Before(Operation.GetData, () => other.ChangeAsync(Silo(1), entry => entry.Status = SiloStatus.Dead));
        var all = await table.ReadAllAsync();
        proxy.Before(Operation.Exists, () => other.ChangeAsync(Silo(1), entry => entry.Status = SiloStatus.Stopping));
        var row = await table.ReadRowAsync(Silo(1));
        proxy.Before(Operation.GetData, async () =>
        {
            await other.ChangeAsync(Silo(1), entry => entry.Status = SiloStatus.Dead);
            await other.CleanupDefunctSiloEntriesAsync(Start.AddYears(1));
        });
        var removed = await table.ReadAllAsync();

        Assert.Equal((3, SiloStatus.Dead), (all.Version.Version, all.TryGet(Silo(1))!.Item1.Status));
        Assert.Equal((4, SiloStatus.Stopping), (row.Version.Version, row.Members.Single().Item1.Status));
        Assert.Equal((5, Silo(2)), (removed.Version.Version, Assert.Single(removed.Members).Item1.SiloAddress));
    }

    [ZooKeeperFact]
    public async Task Tables_and_gateway_lists_with_the_same_options_share_one_session()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        var (one, two) = (NewClusterId(), NewClusterId());
        await using (var first = await CreateAsync(proxy.ConnectionString, one))
        await using (var second = await CreateAsync(proxy.ConnectionString, two))
        await using (var gateways = Gateways(proxy.ConnectionString, one))
        {
            await gateways.GetGatewaysAsync();
            await second.DisposeAsync();
            await Assert.ThrowsAsync<ObjectDisposedException>(() => second.ReadAllAsync());
            await first.InsertAsync(Entry(1));
            Assert.Single(await gateways.GetGatewaysAsync());
            Assert.Equal(1, proxy.Accepted);
            Assert.DoesNotContain(Operation.CloseSession, proxy.Operations);
        }

        Assert.Single(proxy.Operations, Operation.CloseSession);
    }

    [ZooKeeperFact]
    public async Task A_session_that_has_expired_is_replaced_by_another_one()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var table = Open(proxy.ConnectionString, NewClusterId(), options => options.SessionTimeout = TimeSpan.FromSeconds(1));
        await table.InitializeMembershipTableAsync(true);
        await table.InsertAsync(Entry(1));
        var session = proxy.LastSession;

        proxy.Close();
        await Eventually.ReachAsync("the server to forget the session", () => shared.Server.AskAsync("dump"), dump => !dump.Contains($"0x{session:x}", StringComparison.Ordinal));
        proxy.Open();

        var read = await Eventually.ReachAsync("the table to be read again", () => TryReadAsync(table), read => read is not null);
        Assert.Single(read!.Members);
        Assert.NotEqual(session, proxy.LastSession);
    }

    private static async Task<MembershipTableData?> TryReadAsync(IMembershipTable table)
    {
        try
        {
            return await table.ReadAllAsync();
        }
        catch (ConnectionLossException)
        {
            return null;
        }
    }
}
