using ZooKeeper.Tests.Servers;
using static ZooKeeper.Client.Tests.Clients;

namespace ZooKeeper.Client.Tests;

public sealed class NodeTests(SharedServer shared)
{
    [ZooKeeperFact]
    public async Task A_node_is_created_read_set_listed_and_deleted_with_its_stat()
    {
        await using var client = await InAsync(shared.NewConnectionString());

        var created = await client.CreateAsync("/match", Bytes("kick-off"));
        var child = await client.CreateAsync("/match/minute");
        var read = await client.GetAsync("/match");
        var set = await client.SetAsync("/match", Bytes("half-time"), version: 0);
        var children = await client.GetChildrenAsync("/match");
        await client.DeleteAsync("/match/minute", version: 0);
        var after = await client.ExistsAsync("/match");

        Assert.Equal(("/match", "/match/minute"), (created.Path, child.Path));
        Assert.Equal((0, 0, "kick-off".Length, 0L), (created.Stat.Version, created.Stat.ChildrenVersion, created.Stat.DataLength, created.Stat.EphemeralOwner));
        Assert.Equal("kick-off", Text(read.Data));
        Assert.Equal((1, 1, 1), (set.Version, set.ChildrenVersion, set.ChildrenCount));
        Assert.True(set.ModifiedZxid > set.CreatedZxid && set.ModifiedAt >= set.CreatedAt);
        Assert.Equal(["minute"], children.Names);
        Assert.Equal(set, children.Stat);
        Assert.Equal((2, 0), (after!.ChildrenVersion, after.ChildrenCount));
        Assert.Null(await client.ExistsAsync("/match/minute"));
        Assert.Empty((await client.GetAsync("/")).Data.ToArray());
    }

    [ZooKeeperFact]
    public async Task A_failure_is_an_exception_of_its_own_class_with_the_path_as_given()
    {
        await using var client = await InAsync(shared.NewConnectionString());
        await client.CreateAsync("/a");
        await client.CreateAsync("/a/b");
        await client.CreateAsync("/mine", mode: CreateMode.Ephemeral);

        var failures = new (ErrorCode Code, string Path, Exception Seen)[]
        {
            (ErrorCode.NoNode, "/x", await Assert.ThrowsAsync<NoNodeException>(() => client.GetAsync("/x"))),
            (ErrorCode.NoNode, "/x/y", await Assert.ThrowsAsync<NoNodeException>(() => client.CreateAsync("/x/y"))),
            (ErrorCode.NodeExists, "/a", await Assert.ThrowsAsync<NodeExistsException>(() => client.CreateAsync("/a"))),
            (ErrorCode.BadVersion, "/a", await Assert.ThrowsAsync<BadVersionException>(() => client.SetAsync("/a", default, version: 7))),
            (ErrorCode.BadVersion, "/a/b", await Assert.ThrowsAsync<BadVersionException>(() => client.DeleteAsync("/a/b", version: 7))),
            (ErrorCode.NotEmpty, "/a", await Assert.ThrowsAsync<NotEmptyException>(() => client.DeleteAsync("/a"))),
            (ErrorCode.NoChildrenForEphemerals, "/mine/b", await Assert.ThrowsAsync<NoChildrenForEphemeralsException>(() => client.CreateAsync("/mine/b"))),
            (ErrorCode.InvalidAcl, "/c", await Assert.ThrowsAsync<InvalidAclException>(() => client.CreateAsync("/c", acl: Acl.CreatorOnly))),
        };

        foreach (var (code, path, seen) in failures)
        {
            Assert.Equal((code, path), (((ZooKeeperException)seen).Code, ((ZooKeeperException)seen).Path));
            Assert.Contains(path, seen.Message, StringComparison.Ordinal);
        }
    }

    [ZooKeeperFact]
    public async Task Sequential_nodes_count_up_and_ephemeral_ones_go_with_their_session()
    {
        var connectionString = shared.NewConnectionString();
        await using var watcher = await InAsync(connectionString);
        await using var client = await InAsync(connectionString);

        var first = await client.CreateAsync("/n-", mode: CreateMode.EphemeralSequential);
        var second = await client.CreateAsync("/n-", mode: CreateMode.PersistentSequential);
        var nameless = await client.CreateAsync("/", mode: CreateMode.PersistentSequential);
        Assert.Equal(["/n-0000000000", "/n-0000000001", "/0000000002"], [first.Path, second.Path, nameless.Path]);
        Assert.Equal((client.SessionId, 0L), (first.Stat.EphemeralOwner, second.Stat.EphemeralOwner));
        await client.DisposeAsync();

        Assert.Null(await watcher.ExistsAsync(first.Path));
        Assert.NotNull(await watcher.ExistsAsync(second.Path));
    }

    [ZooKeeperFact]
    public async Task Containers_go_after_their_last_child_and_others_when_their_time_is_over()
    {
        await using var client = await InAsync(shared.NewConnectionString());
        await client.CreateAsync("/container", mode: CreateMode.Container);
        var child = await client.CreateAsync("/container/child", mode: CreateMode.PersistentWithTimeToLive, timeToLive: TimeSpan.FromHours(1));
        await client.CreateAsync("/passing", mode: CreateMode.PersistentWithTimeToLive, timeToLive: TimeSpan.FromMilliseconds(1));
        var numbered = await client.CreateAsync("/n-", mode: CreateMode.PersistentSequentialWithTimeToLive, timeToLive: TimeSpan.FromMilliseconds(1));
        await client.CreateAsync("/staying");

        Assert.Equal("/n-0000000002", numbered.Path);
        await Eventually.ReachAsync("the nodes with a short life to go", () => client.GetChildrenAsync("/"), children => children.Names.Order().SequenceEqual(["container", "staying"]));
        await client.DeleteAsync(child.Path);
        await Eventually.ReachAsync("the container to go", () => client.GetChildrenAsync("/"), children => children.Names.SequenceEqual(["staying"]));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.CreateAsync("/x", mode: CreateMode.PersistentWithTimeToLive));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.CreateAsync("/x", timeToLive: TimeSpan.FromHours(1)));
    }

    [ZooKeeperFact]
    public async Task A_chroot_is_put_before_paths_and_taken_off_again()
    {
        var connectionString = shared.NewConnectionString();
        var chroot = ZooKeeperConnectionString.Parse(connectionString).Chroot;
        await using var inside = await InAsync(connectionString + "/deep/below");
        await using var outside = To(shared.Server.ConnectionString);

        var created = await inside.CreateAsync("/a", Bytes("1"));
        var multi = await inside.MultiAsync([ZooKeeperOperation.Create("/b"), ZooKeeperOperation.Set("/", Bytes("root"))]);

        Assert.Equal("/a", created.Path);
        Assert.Equal(["/b", "/"], multi.Select(result => result.Path));
        Assert.Equal("1", Text((await outside.GetAsync($"{chroot}/deep/below/a")).Data));
        Assert.Equal("root", Text((await outside.GetAsync($"{chroot}/deep/below")).Data));
        Assert.Equal(["a", "b"], (await inside.GetChildrenAsync("/")).Names.Order());
    }

    [ZooKeeperFact]
    public async Task A_path_is_ensured_beside_others_who_do_the_same()
    {
        var connectionString = shared.NewConnectionString();
        await using var client = To(connectionString);
        await using var other = To(connectionString);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? client : other).EnsurePathAsync("/a/b/c")));

        Assert.NotNull(await client.ExistsAsync("/a/b/c"));
    }

    [ZooKeeperFact]
    public async Task A_request_too_large_for_the_server_is_refused_before_it_costs_the_connection()
    {
        await using var client = await InAsync(shared.NewConnectionString());

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => client.CreateAsync("/large", new byte[1024 * 1024]));

        Assert.Contains("1048575", refused.Message, StringComparison.Ordinal);
        await client.CreateAsync("/large", new byte[1000 * 1000]);
        Assert.Equal(1000 * 1000, (await client.GetAsync("/large")).Data.Length);
    }
}
