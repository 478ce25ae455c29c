using ZooKeeper.Tests.Servers;
using static ZooKeeper.Client.Tests.Clients;

namespace ZooKeeper.Client.Tests;

public sealed class WatchTests(SharedServer shared)
{
    [ZooKeeperFact]
    public async Task One_shot_watches_tell_the_first_change_and_before_any_answer_that_shows_it()
    {
        var connectionString = shared.NewConnectionString();
        await using var writer = await InAsync(connectionString);
        await using var client = To(connectionString);
        await writer.CreateAsync("/node");

        var data = await client.GetAndWatchAsync("/node");
        var children = await client.GetChildrenAndWatchAsync("/node");
        var absent = await client.ExistsAndWatchAsync("/absent");
        var present = await client.ExistsAndWatchAsync("/node");
        await writer.SetAsync("/node", Bytes("1"));
        await writer.CreateAsync("/node/child");
        await writer.CreateAsync("/absent");
        await client.SyncAsync();
        await client.GetAsync("/node");

        Assert.Null(absent.Value);
        Assert.All([data.Changed, children.Changed, absent.Changed, present.Changed], changed => Assert.True(changed.IsCompleted));
        Assert.Equal(new(WatchEventType.DataChanged, "/node"), await data.Changed);
        Assert.Equal(new(WatchEventType.ChildrenChanged, "/node"), await children.Changed);
        Assert.Equal(new(WatchEventType.Created, "/absent"), await absent.Changed);
        Assert.Equal(new(WatchEventType.DataChanged, "/node"), await present.Changed);
    }

    [ZooKeeperFact]
    public async Task A_deletion_fires_every_watch_on_the_node()
    {
        await using var client = await InAsync(shared.NewConnectionString());
        await client.CreateAsync("/node");
        var watches = new[] { (await client.GetAndWatchAsync("/node")).Changed, (await client.GetChildrenAndWatchAsync("/node")).Changed, (await client.ExistsAndWatchAsync("/node")).Changed };

        await client.DeleteAsync("/node");

        foreach (var watch in watches)
            Assert.Equal(new(WatchEventType.Deleted, "/node"), await Eventually.EndAsync("the watch to fire", watch));
    }

    [ZooKeeperFact]
    public async Task A_read_that_fails_leaves_no_watch()
    {
        await using var client = await InAsync(shared.NewConnectionString());

        await Assert.ThrowsAsync<NoNodeException>(() => client.GetAndWatchAsync("/node"));

        // A one-shot watch that were left would be refused beside a persistent one.
        await using var watch = await client.WatchAsync("/node");
    }

    [ZooKeeperFact]
    public async Task A_persistent_watch_goes_on_telling_about_its_node()
    {
        await using var client = await InAsync(shared.NewConnectionString());
        await using var watch = await client.WatchAsync("/node");

        await client.CreateAsync("/node");
        await client.SetAsync("/node", Bytes("1"));
        await client.SetAsync("/node", Bytes("2"));
        await client.CreateAsync("/node/child");
        await client.SetAsync("/node/child", Bytes("not told"));
        await client.DeleteAsync("/node/child");
        await client.DeleteAsync("/node");

        Assert.Equal(
            [WatchEventType.Created, WatchEventType.DataChanged, WatchEventType.DataChanged, WatchEventType.ChildrenChanged, WatchEventType.ChildrenChanged, WatchEventType.Deleted],
            (await TakeAsync(watch, 6)).Select(told => told.Type));
    }

    [ZooKeeperFact]
    public async Task A_recursive_watch_tells_about_all_below_it()
    {
        await using var client = await InAsync(shared.NewConnectionString());
        await client.CreateAsync("/league");
        await client.CreateAsync("/other");
        await using var watch = await client.WatchAsync("/league", WatchMode.PersistentRecursive);

        await client.EnsurePathAsync("/league/team/player");
        await client.SetAsync("/league/team/player", Bytes("1"));
        await client.SetAsync("/other", Bytes("not told"));
        await client.DeleteAsync("/league/team/player");
        await client.SetAsync("/league", Bytes("1"));

        Assert.Equal(
            [
                new(WatchEventType.Created, "/league/team"), new(WatchEventType.Created, "/league/team/player"), new(WatchEventType.DataChanged, "/league/team/player"),
                new(WatchEventType.Deleted, "/league/team/player"), new(WatchEventType.DataChanged, "/league"),
            ],
            await TakeAsync(watch, 5));
    }

    [ZooKeeperFact]
    public async Task Events_that_nobody_takes_are_told_as_an_interruption()
    {
        await using var client = await InAsync(shared.NewConnectionString());
        await using var watch = await client.WatchAsync("/");

        await Task.WhenAll(Enumerable.Range(0, NodeWatch.Capacity + 100).Select(_ => client.SetAsync("/", default)));
        var told = await TakeAsync(watch, NodeWatch.Capacity + 1);

        Assert.Equal(WatchEventType.Interrupted, told[^1].Type);
        Assert.All(told.SkipLast(1), change => Assert.Equal(WatchEventType.DataChanged, change.Type));
        await client.SetAsync("/", default);
        Assert.Equal(WatchEventType.DataChanged, (await TakeAsync(watch, 1))[0].Type);
    }

    [ZooKeeperFact]
    public async Task A_disposed_watch_ends_and_leaves_the_server_unless_another_one_needs_it()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        await using var client = await InAsync(proxy.ConnectionString + ZooKeeperConnectionString.Parse(shared.NewConnectionString()).Chroot);
        var first = await client.WatchAsync("/node");
        var second = await client.WatchAsync("/node");

        await first.DisposeAsync();
        await client.CreateAsync("/node");

        Assert.Empty(await TakeAsync(first, int.MaxValue));
        Assert.Equal(WatchEventType.Created, (await TakeAsync(second, 1))[0].Type);
        Assert.DoesNotContain(Operation.RemoveWatches, proxy.Operations);
        await second.DisposeAsync();
        Assert.Contains(Operation.RemoveWatches, proxy.Operations);
        // Now a one-shot watch is taken.
        await client.GetAndWatchAsync("/node");
    }

    [ZooKeeperFact]
    public async Task Kinds_of_watches_that_a_server_would_mix_up_are_refused()
    {
        await using var client = await InAsync(shared.NewConnectionString());
        await client.CreateAsync("/one-shot");
        await client.GetAndWatchAsync("/one-shot");
        await using var watch = await client.WatchAsync("/persistent");

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.WatchAsync("/one-shot"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.ExistsAndWatchAsync("/persistent"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.WatchAsync("/persistent", WatchMode.PersistentRecursive));
    }

    [ZooKeeperFact]
    public async Task The_end_of_the_client_ends_its_watches()
    {
        var client = await InAsync(shared.NewConnectionString());
        var oneShot = await client.GetAndWatchAsync("/");
        var watch = await client.WatchAsync("/node");

        await client.DisposeAsync();

        Assert.Equal(WatchEventType.SessionEnded, (await oneShot.Changed).Type);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => TakeAsync(watch, 1));
        await watch.DisposeAsync();
    }

    internal static async Task<List<WatchEvent>> TakeAsync(NodeWatch watch, int count)
    {
        var taken = new List<WatchEvent>();
        using var patience = new CancellationTokenSource(Eventually.Patience);
        try
        {
            await foreach (var told in watch.WithCancellation(patience.Token))
            {
                taken.Add(told);
                if (taken.Count == count)
                    break;
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"expected {count} events of the watch on {watch.Path} within {Eventually.Patience}, saw {string.Join(", ", taken)}");
        }

        return taken;
    }
}
