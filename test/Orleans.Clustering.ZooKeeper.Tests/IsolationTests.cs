using ZooKeeper.Client;
using ZooKeeper.Tests.Servers;
using static Orleans.Clustering.Tests.Tables;

namespace Orleans.Clustering.Tests;

/// <summary>Guarantees G23, G24, G26 and G27 of Orleans's conformance kit: making, sharing and deleting tables.</summary>
public sealed class IsolationTests(SharedServer shared)
{
    private string ConnectionString => shared.Server.ConnectionString;

    [ZooKeeperFact]
    public async Task G23_Making_a_table_that_is_there_leaves_it_as_it_is()
    {
        var cluster = NewClusterId();
        await using var table = await CreateAsync(ConnectionString, cluster);
        await table.InsertAsync(Entry(1));
        var before = Text(await table.ReadAllAsync());

        await table.InitializeMembershipTableAsync(true);
        await table.InitializeMembershipTable(false);
        await using var other = await CreateAsync(ConnectionString, cluster);

        Assert.Equal(before, Text(await other.ReadAllAsync()));
    }

    [ZooKeeperFact]
    public async Task G24_Clusters_whose_names_and_silos_overlap_do_not_see_each_other()
    {
        var cluster = NewClusterId();
        string[] names = [cluster, cluster + "-b", cluster + "/b"];
        var tables = await Task.WhenAll(names.Select(name => CreateAsync(ConnectionString, name)));
        for (var i = 0; i < tables.Length; i++)
        {
            await tables[i].InsertAsync(Entry(1, (SiloStatus)(i + 2)));
            await tables[i].InsertAsync(Entry(2 + i));
        }

        await tables[0].ChangeAsync(Silo(1), entry => entry.Status = SiloStatus.Dead);

        for (var i = 0; i < tables.Length; i++)
        {
            var data = await tables[i].ReadAllAsync();
            Assert.Equal([Silo(1), Silo(2 + i)], data.Members.Select(member => member.Item1.SiloAddress).Order());
            Assert.Equal(i == 0 ? SiloStatus.Dead : (SiloStatus)(i + 2), data.TryGet(Silo(1))!.Item1.Status);
            Assert.Equal(i == 0 ? 3 : 2, data.Version.Version);
            await tables[i].DisposeAsync();
        }
    }

    [ZooKeeperFact]
    public async Task G26_Deleting_a_table_deletes_its_own_rows_only()
    {
        var cluster = NewClusterId();
        string[] names = [cluster, cluster + "-b", cluster + "/b"];
        var tables = await Task.WhenAll(names.Select(name => CreateAsync(ConnectionString, name)));
        foreach (var table in tables)
            await table.InsertAsync(Entry(1));

        await tables[0].DeleteMembershipTableEntriesAsync(cluster);
        await tables[0].DeleteMembershipTableEntries(cluster);

        Assert.Empty((await tables[0].ReadAllAsync()).Members);
        Assert.Single((await tables[1].ReadAllAsync()).Members);
        Assert.Single((await tables[2].ReadAllAsync()).Members);
        await tables[2].DeleteMembershipTableEntriesAsync(names[2]);
        await tables[0].DeleteMembershipTableEntriesAsync(cluster);
        await Assert.ThrowsAsync<NoNodeException>(() => tables[0].ReadAllAsync());
        await tables[0].InitializeMembershipTableAsync(true);
        Assert.Equal(0, (await tables[0].ReadAllAsync()).Version.Version);
        foreach (var table in tables)
            await table.DisposeAsync();
    }

    [ZooKeeperFact]
    public async Task G27_Deleting_another_clusters_table_is_refused_and_deletes_nothing()
    {
        var cluster = NewClusterId();
        await using var table = await CreateAsync(ConnectionString, cluster);
        await using var other = await CreateAsync(ConnectionString, cluster + "-b");
        await table.InsertAsync(Entry(1));
        await other.InsertAsync(Entry(1));

        var refused = Assert.Throws<ArgumentException>(() => { _ = table.DeleteMembershipTableEntriesAsync(cluster + "-b"); });

        Assert.Equal("clusterId", refused.ParamName);
        Assert.Single((await table.ReadAllAsync()).Members);
        Assert.Single((await other.ReadAllAsync()).Members);
    }

    [ZooKeeperFact]
    public async Task Null_arguments_are_refused_before_anything_is_sent()
    {
        await using var table = await CreateAsync(ConnectionString);
        var version = (await table.ReadAllAsync()).Version;
        Action[] calls =
        [
            () => table.ReadRowAsync(null!), () => table.InsertRowAsync(null!, version), () => table.InsertRowAsync(Entry(1), null!),
            () => table.UpdateRowAsync(null!, "0", version), () => table.UpdateRowAsync(Entry(1), null!, version), () => table.UpdateRowAsync(Entry(1), "0", null!),
            () => table.UpdateIAmAliveAsync(null!), () => table.DeleteMembershipTableEntriesAsync(null!),
        ];

        Assert.All(calls, call => Assert.Throws<ArgumentNullException>(call));
        Assert.Throws<ArgumentException>(() => { _ = table.UpdateRowAsync(Entry(1), "-1", version); });
    }

    [ZooKeeperFact]
    public async Task A_cancelled_token_is_heeded_by_every_operation()
    {
        await using var table = await CreateAsync(ConnectionString);
        var cancelled = new CancellationToken(canceled: true);
        var version = (await table.ReadAllAsync()).Version;
        Func<Task>[] calls =
        [
            () => table.InitializeMembershipTableAsync(true, cancelled), () => table.ReadRowAsync(Silo(1), cancelled), () => table.ReadAllAsync(cancelled),
            () => table.InsertRowAsync(Entry(1), version.Next(), cancelled), () => table.UpdateRowAsync(Entry(1), "0", version.Next(), cancelled),
            () => table.UpdateIAmAliveAsync(Entry(1), cancelled), () => table.CleanupDefunctSiloEntriesAsync(Start, cancelled),
        ];

        foreach (var call in calls)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
        Assert.Empty((await table.ReadAllAsync()).Members);
    }

    [Fact]
    public void A_cluster_id_that_cannot_be_a_node_is_refused()
    {
        foreach (var id in new[] { "", " ", "/a", "a/", "a//b", "zookeeper", "zookeeper/a" })
            Assert.Contains($"'{id}'", Assert.Throws<OrleansConfigurationException>(() => Open("localhost", id)).Message, StringComparison.Ordinal);
    }
}
