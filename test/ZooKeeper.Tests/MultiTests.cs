using ZooKeeper.Tests.Servers;
using static ZooKeeper.Client.Tests.Clients;

namespace ZooKeeper.Client.Tests;

public sealed class MultiTests(SharedServer shared)
{
    [ZooKeeperFact]
    public async Task All_operations_take_effect_in_their_order()
    {
        await using var client = await InAsync(shared.NewConnectionString());
        await client.CreateAsync("/old");

        var results = await client.MultiAsync(
        [
            ZooKeeperOperation.Check("/old", version: 0),
            ZooKeeperOperation.Create("/new", Bytes("1")),
            ZooKeeperOperation.Create("/new/n-", mode: CreateMode.PersistentSequential),
            ZooKeeperOperation.Set("/new", Bytes("2"), version: 0),
            ZooKeeperOperation.Create("/container", mode: CreateMode.Container),
            ZooKeeperOperation.Delete("/old", version: 0),
        ]);

        Assert.Equal(["/old", "/new", "/new/n-0000000000", "/new", "/container", "/old"], results.Select(result => result.Path));
        Assert.Equal([null, null, null, 1, 0, null], results.Select(result => result.Stat?.Version));
        Assert.Equal("2", Text((await client.GetAsync("/new")).Data));
        Assert.Equal(["container", "new"], (await client.GetChildrenAsync("/")).Names.Order());
    }

    [ZooKeeperFact]
    public async Task One_that_fails_undoes_all_and_is_named()
    {
        await using var client = await InAsync(shared.NewConnectionString());
        await client.CreateAsync("/node", Bytes("kept"));

        var stale = await Assert.ThrowsAsync<BadVersionException>(() => client.MultiAsync(
            [ZooKeeperOperation.Create("/other"), ZooKeeperOperation.Set("/node", Bytes("lost"), version: 7), ZooKeeperOperation.Delete("/node")]));
        var absent = await Assert.ThrowsAsync<NoNodeException>(() => client.MultiAsync(
            [ZooKeeperOperation.Set("/node", Bytes("lost")), ZooKeeperOperation.Check("/absent")]));

        Assert.Equal(("/node", 1), (stale.Path, stale.OperationIndex));
        Assert.Equal(("/absent", 1), (absent.Path, absent.OperationIndex));
        Assert.Equal(["node"], (await client.GetChildrenAsync("/")).Names);
        var node = await client.GetAsync("/node");
        Assert.Equal(("kept", 0), (Text(node.Data), node.Stat.Version));
    }

    [ZooKeeperFact]
    public async Task None_at_all_is_allowed() =>
        Assert.Empty(await (await InAsync(shared.NewConnectionString())).MultiAsync([]));
}
