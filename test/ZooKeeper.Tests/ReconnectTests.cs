using ZooKeeper.Tests.Servers;
using static ZooKeeper.Client.Tests.Clients;

namespace ZooKeeper.Client.Tests;

public sealed class ReconnectTests(SharedServer shared)
{
    [ZooKeeperFact]
    public async Task A_write_whose_answer_is_cut_off_is_told_as_lost_and_is_not_sent_again()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var client = await ThroughAsync(proxy);
        await client.CreateAsync("/node");
        proxy.CutReplyTo(Operation.SetData);

        var lost = await Assert.ThrowsAsync<ConnectionLossException>(() => client.SetAsync("/node", Bytes("1")));

        Assert.True(lost.MayHaveTakenEffect);
        Assert.Equal("/node", lost.Path);
        Assert.IsType<EndOfStreamException>(lost.InnerException);
        var node = await client.GetAsync("/node");
        Assert.Equal(("1", 1), (Text(node.Data), node.Stat.Version));
        Assert.Single(proxy.Operations, Operation.SetData);
    }

    [ZooKeeperFact]
    public async Task A_read_whose_answer_is_cut_off_is_sent_again_in_the_same_session()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var client = await ThroughAsync(proxy);
        var session = client.SessionId;
        proxy.CutReplyTo(Operation.GetData);

        await client.GetAsync("/");

        Assert.Equal(2, proxy.Operations.Count(operation => operation == Operation.GetData));
        Assert.Equal((session, 2), (client.SessionId, proxy.Accepted));
    }

    [ZooKeeperFact]
    public async Task A_read_is_given_up_after_its_retries()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var client = await ThroughAsync(proxy, options => options with { ReadRetries = 0 });
        proxy.CutReplyTo(Operation.GetData);

        var lost = await Assert.ThrowsAsync<ConnectionLossException>(() => client.GetAsync("/"));

        Assert.False(lost.MayHaveTakenEffect);
    }

    [ZooKeeperFact]
    public async Task Requests_under_way_keep_their_order_over_a_lost_connection()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var client = await ThroughAsync(proxy);
        await client.CreateAsync("/node");
        proxy.CutReplyTo(Operation.Exists);

        var cut = client.ExistsAsync("/node");
        var reads = Enumerable.Range(0, 100).Select(_ => client.GetAsync("/node")).ToList();
        await Task.WhenAll([cut, .. reads]);

        var operations = proxy.Operations.SkipWhile(operation => operation != Operation.Exists).ToList();
        var again = operations.LastIndexOf(Operation.Exists);
        Assert.True(again > 0, "the cut read was not sent again");
        Assert.Equal(100, operations.Skip(again).Count(operation => operation == Operation.GetData));
    }

    [ZooKeeperFact]
    public async Task One_shot_watches_live_on_and_tell_what_they_missed()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        var direct = shared.NewConnectionString();
        await using var writer = await InAsync(direct);
        await using var client = To(proxy.ConnectionString + ZooKeeperConnectionString.Parse(direct).Chroot);
        await client.CreateAsync("/changed");
        await client.CreateAsync("/kept");
        await client.CreateAsync("/deleted");
        var changed = await client.GetAndWatchAsync("/changed");
        var kept = await client.GetAndWatchAsync("/kept");
        var deleted = await client.GetAndWatchAsync("/deleted");
        var created = await client.ExistsAndWatchAsync("/created");
        var children = await client.GetChildrenAndWatchAsync("/kept");

        proxy.Close();
        await writer.SetAsync("/changed", Bytes("1"));
        await writer.DeleteAsync("/deleted");
        await writer.CreateAsync("/created");
        await writer.CreateAsync("/kept/child");
        proxy.Open();
        await client.SyncAsync();

        Assert.Equal(WatchEventType.DataChanged, (await Eventually.EndAsync("the change to be told", changed.Changed)).Type);
        Assert.Equal(WatchEventType.Deleted, (await Eventually.EndAsync("the deletion to be told", deleted.Changed)).Type);
        Assert.Equal(WatchEventType.Created, (await Eventually.EndAsync("the creation to be told", created.Changed)).Type);
        Assert.Equal(WatchEventType.ChildrenChanged, (await Eventually.EndAsync("the child to be told", children.Changed)).Type);
        Assert.False(kept.Changed.IsCompleted);
        Assert.Contains(Operation.SetWatches, proxy.Operations);
        await writer.SetAsync("/kept", Bytes("1"));
        Assert.Equal(WatchEventType.DataChanged, (await Eventually.EndAsync("the later change to be told", kept.Changed)).Type);
    }

    [ZooKeeperFact]
    public async Task Persistent_watches_live_on_and_tell_that_they_may_have_missed_something()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var client = await ThroughAsync(proxy);
        await using var one = await client.WatchAsync("/one");
        await using var all = await client.WatchAsync("/all", WatchMode.PersistentRecursive);

        proxy.Cut();
        Assert.Equal(new(WatchEventType.Interrupted, "/one"), (await WatchTests.TakeAsync(one, 1))[0]);
        Assert.Equal(new(WatchEventType.Interrupted, "/all"), (await WatchTests.TakeAsync(all, 1))[0]);
        await client.EnsurePathAsync("/all/deep");
        await client.CreateAsync("/one");

        Assert.Equal(new(WatchEventType.Created, "/one"), (await WatchTests.TakeAsync(one, 1))[0]);
        Assert.Equal(["/all", "/all/deep"], (await WatchTests.TakeAsync(all, 2)).Select(told => told.Path));
    }

    [ZooKeeperFact]
    public async Task Very_many_watches_are_set_anew_in_requests_that_a_server_takes()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var client = await ThroughAsync(proxy);
        var names = Enumerable.Range(0, 4000).Select(i => $"/a-rather-long-name-so-that-it-makes-more-than-a-megabyte-{new string('x', 250)}-{i}").ToList();
        var watches = await Task.WhenAll(names.Select(name => client.ExistsAndWatchAsync(name)));

        proxy.Cut();
        await client.SyncAsync();
        await client.CreateAsync(names[0]);
        await client.CreateAsync(names[^1]);

        await Eventually.EndAsync("the first creation to be told", watches[0].Changed);
        await Eventually.EndAsync("the last creation to be told", watches[^1].Changed);
        Assert.True(proxy.Operations.Count(operation => operation == Operation.SetWatches) > 8);
    }

    private Task<ZooKeeperClient> ThroughAsync(ZooKeeperProxy proxy, Func<ZooKeeperOptions, ZooKeeperOptions>? change = null) =>
        InAsync(proxy.ConnectionString + ZooKeeperConnectionString.Parse(shared.NewConnectionString()).Chroot, change);
}
