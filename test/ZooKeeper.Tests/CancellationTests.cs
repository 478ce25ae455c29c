using ZooKeeper.Tests.Servers;
using static ZooKeeper.Client.Tests.Clients;

namespace ZooKeeper.Client.Tests;

public sealed class CancellationTests(SharedServer shared)
{
    [ZooKeeperFact]
    public async Task A_request_that_is_cancelled_under_way_leaves_the_others_their_answers()
    {
        await using var server = await ZooKeeperServer.StartAsync();
        await using var client = To(server.ConnectionString);
        await client.CreateAsync("/node", Bytes("1"));
        using var cancellation = new CancellationTokenSource();

        server.Pause();
        var before = client.GetAsync("/node");
        var cancelled = client.ExistsAndWatchAsync("/absent", cancellation.Token);
        var after = client.GetChildrenAsync("/");
        await cancellation.CancelAsync();
        await Eventually.EndAsync("the cancelled one to end", Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled));
        server.Resume();

        Assert.Equal("1", Text((await before).Data));
        Assert.Contains("node", (await after).Names);
        // It has left no watch behind either.
        await using var watch = await client.WatchAsync("/absent");
    }

    [ZooKeeperFact]
    public async Task A_request_that_is_cancelled_in_the_queue_is_never_sent()
    {
        await using var proxy = ZooKeeperProxy.Start(shared.Server);
        proxy.Close();
        await using var client = To(proxy.ConnectionString + "/unused", options => options with { RequestsInFlight = 2 });
        using var cancellation = new CancellationTokenSource();
        var queued = Enumerable.Range(0, 10).Select(_ => client.SetAsync("/", default, cancellationToken: cancellation.Token)).ToList();

        await cancellation.CancelAsync();
        foreach (var request in queued)
            await Eventually.EndAsync("the cancelled one to end", Assert.ThrowsAnyAsync<OperationCanceledException>(() => request));
        proxy.Open();
        await client.ConnectAsync();

        Assert.Equal([Operation.Exists], proxy.Operations);
    }

    [ZooKeeperFact]
    public async Task A_token_that_is_cancelled_already_is_heeded()
    {
        await using var client = To(shared.NewConnectionString());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync("/", new CancellationToken(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.WatchAsync("/", cancellationToken: new CancellationToken(canceled: true)));
    }
}
