using Microsoft.Extensions.Time.Testing;
using Riak.Errors;
using Riak.Tests.Scripted;

namespace Riak.Tests.Clients;

public sealed class PoolTests
{
    [Fact]
    public async Task Requests_one_after_another_share_a_connection()
    {
        await using var server = new ScriptedServer(_ => Reply.Pong);
        await using var client = new RiakClient(new() { Hosts = server.Host }, time: new FakeTimeProvider());
        for (var i = 0; i < 5; i++)
            await client.PingAsync();
        Assert.Equal((1, 5), (server.Accepted, server.Requests.Count));
    }

    [Fact]
    public async Task No_more_connections_are_opened_than_allowed_and_everyone_gets_a_turn()
    {
        var gate = new TaskCompletionSource();
        await using var server = new ScriptedServer(async _ =>
        {
            await gate.Task;
            return Reply.Pong;
        });
        await using var client = new RiakClient(new() { Hosts = server.Host, MaxConnectionsPerNode = 3 }, time: new FakeTimeProvider());
        var pings = Enumerable.Range(0, 10).Select(_ => client.PingAsync()).ToArray();
        await Eventually.ReachAsync("3 requests at the server", () => server.Requests.Count, count => count == 3);
        Assert.Equal(10, client.Nodes[0].InFlight);
        gate.SetResult();
        await Task.WhenAll(pings);
        Assert.Equal((3, 10), (server.Accepted, server.Requests.Count));
        Assert.Equal(0, client.Nodes[0].InFlight);
    }

    [Fact]
    public async Task A_write_that_gets_no_connection_in_time_was_not_sent()
    {
        var time = new FakeTimeProvider();
        await using var server = new ScriptedServer(_ => Reply.Silence);
        await using var client = new RiakClient(new() { Hosts = server.Host, MaxConnectionsPerNode = 1 }, time: time);
        var first = client.UpdateCounterAsync(new("counters", "b", "k"), 1);
        await Eventually.ReachAsync("the first update at the server", () => server.Requests.Count, count => count == 1);
        var second = client.UpdateCounterAsync(new("counters", "b", "k"), 1);
        Assert.Equal(2, client.Nodes[0].InFlight);
        time.Advance(new RiakClientOptions().RequestTimeout);
        await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => first);
        await Assert.ThrowsAsync<RiakUnavailableException>(() => second);
        Assert.Single(server.Requests);
        Assert.True(client.Nodes[0].IsUp);
    }

    [Fact]
    public async Task Waiting_for_a_connection_too_long_names_the_setting()
    {
        var time = new FakeTimeProvider();
        var options = new RiakClientOptions { MaxConnectionsPerNode = 1, ReadAttemptTimeout = TimeSpan.FromSeconds(2) };
        await using var server = new ScriptedServer(_ => Reply.Silence);
        options.Hosts = server.Host;
        await using var client = new RiakClient(options, time: time);
        var holding = client.UpdateCounterAsync(new("counters", "b", "k"), 1);
        await Eventually.ReachAsync("the update at the server", () => server.Requests.Count, count => count == 1);
        var waiting = client.PingAsync();
        time.Advance(TimeSpan.FromSeconds(2));
        var unavailable = await Assert.ThrowsAsync<RiakUnavailableException>(() => waiting);
        Assert.Contains(nameof(RiakClientOptions.MaxConnectionsPerNode), unavailable.Message, StringComparison.Ordinal);
        Assert.True(client.Nodes[0].IsUp);
        time.Advance(TimeSpan.FromSeconds(13));
        await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => holding);
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_meanwhile_does_not_cost_an_update()
    {
        await using var server = new ScriptedServer(_ => Reply.Hex("0000000153") with { Close = true });
        await using var client = new RiakClient(new() { Hosts = server.Host }, time: new FakeTimeProvider());
        for (var i = 1; i <= 5; i++)
        {
            await client.UpdateCounterAsync(new("counters", "b", "k"), 1);
            await Eventually.ReachAsync("the connection closed", () => server.Open, open => open == 0);
        }

        Assert.Equal((5, 5), (server.Accepted, server.Requests.Count));
    }

    [Fact]
    public async Task A_failure_closes_the_nodes_idle_connections_too()
    {
        var together = new Barrier(2);
        await using var server = new ScriptedServer(async request =>
        {
            if (request[4] != 1)
                return Reply.Hangup;
            await Task.Run(together.SignalAndWait);
            return Reply.Pong;
        });
        await using var client = new RiakClient(new() { Hosts = server.Host }, time: new FakeTimeProvider());
        await Task.WhenAll(client.PingAsync(), client.PingAsync());
        Assert.Equal(2, client.Nodes[0].IdleConnections);
        await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => client.UpdateCounterAsync(new("counters", "b", "k"), 1));
        await Eventually.ReachAsync("every connection closed", () => server.Open, open => open == 0);
        Assert.Equal(0, client.Nodes[0].IdleConnections);
    }

    [Fact]
    public async Task A_connection_that_nobody_uses_is_closed()
    {
        var time = new FakeTimeProvider();
        await using var server = new ScriptedServer(_ => Reply.Pong);
        await using var client = new RiakClient(new() { Hosts = server.Host, IdleTimeout = TimeSpan.FromSeconds(30) }, time: time);
        await client.PingAsync();
        time.Advance(TimeSpan.FromSeconds(29));
        await client.PingAsync();
        Assert.Equal(1, server.Accepted);
        await Eventually.ReachAsync("the idle connection closed", () => Advanced(time, server), open => open == 0);
    }

    [Fact]
    public async Task A_disposed_client_closes_its_connections_and_takes_no_calls()
    {
        await using var server = new ScriptedServer(_ => Reply.Pong);
        var client = new RiakClient(new() { Hosts = server.Host }, time: new FakeTimeProvider());
        await client.PingAsync();
        await client.DisposeAsync();
        await client.DisposeAsync();
        await Eventually.ReachAsync("every connection closed", () => server.Open, open => open == 0);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.PingAsync());
    }

    private static int Advanced(FakeTimeProvider time, ScriptedServer server)
    {
        time.Advance(TimeSpan.FromSeconds(5));
        return server.Open;
    }
}
