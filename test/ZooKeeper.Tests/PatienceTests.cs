using ZooKeeper.Tests.Servers;
using static ZooKeeper.Client.Tests.Clients;

namespace ZooKeeper.Client.Tests;

public sealed class PatienceTests
{
    private static readonly TimeSpan Little = TimeSpan.FromMilliseconds(300);

    [ZooKeeperFact]
    public async Task Without_any_server_requests_fail_with_each_servers_reason()
    {
        var ports = FreePorts.Take(2);
        await using var client = To($"127.0.0.1:{ports[0]},127.0.0.1:{ports[1]}", options => options with { ConnectionPatience = Little });

        var lost = await Eventually.EndAsync("the connecting to be given up", Assert.ThrowsAsync<ConnectionLossException>(() => client.ConnectAsync()));
        var next = await Eventually.EndAsync("the next request to fail", Assert.ThrowsAsync<ConnectionLossException>(() => client.SetAsync("/", default)));

        Assert.False(next.MayHaveTakenEffect);
        Assert.All(ports, port => Assert.Contains($"127.0.0.1:{port} (ConnectionRefused)", lost.Message, StringComparison.Ordinal));
    }

    [ZooKeeperFact]
    public async Task A_client_whose_patience_is_over_serves_again_when_a_server_is_back()
    {
        await using var server = await ZooKeeperServer.StartAsync();
        await using var client = To(server.ConnectionString, options => options with { ConnectionPatience = Little });
        await client.CreateAsync("/node");

        await server.KillAsync();
        await Eventually.ReachAsync("requests to be refused", () => FailsAsync(client), fails => fails);
        await server.StartAgainAsync();

        await Eventually.ReachAsync("requests to be served", () => FailsAsync(client), fails => !fails);
    }

    [ZooKeeperFact]
    public async Task A_request_waits_for_its_first_server_or_the_next_one()
    {
        await using var server = await ZooKeeperServer.StartAsync();
        await server.KillAsync();
        await using var client = To(server.ConnectionString, options => options with { ConnectionPatience = Eventually.Patience });

        var first = client.CreateAsync("/node");
        await server.StartAgainAsync();
        await first;
        await server.KillAsync();
        await Eventually.ReachAsync("the loss to be noticed", () => client.State, state => state == SessionState.Disconnected);
        // Never sent, and so no loss: a write waits as well as a read.
        var second = client.SetAsync("/node", Bytes("1"));
        await server.StartAgainAsync();

        Assert.Equal(1, (await second).Version);
    }

    [ZooKeeperFact]
    public async Task Disposing_fails_what_is_under_way_and_what_comes_later()
    {
        var client = To($"127.0.0.1:{FreePorts.Take(1)[0]}");
        var waiting = client.GetAsync("/");

        await client.DisposeAsync();
        await client.DisposeAsync();

        await Assert.ThrowsAsync<ConnectionLossException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync("/"));
        Assert.Equal(SessionState.Closed, client.State);
    }

    private static async Task<bool> FailsAsync(ZooKeeperClient client)
    {
        try
        {
            await client.GetAsync("/node");
            return false;
        }
        catch (ConnectionLossException)
        {
            return true;
        }
    }
}
