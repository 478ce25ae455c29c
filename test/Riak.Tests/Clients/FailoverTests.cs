using Microsoft.Extensions.Time.Testing;
using Riak.Errors;
using Riak.Tests.Scripted;

namespace Riak.Tests.Clients;

public sealed class FailoverTests
{
    private const byte Fetch = 80;
    private const byte Update = 82;
    private static readonly RiakLocation Where = new("counters", "b", "k");
    private static readonly Reply Six = Reply.Hex("000000075110011a020806");

    [Fact]
    public async Task A_read_is_repeated_on_another_node()
    {
        await using var bad = new ScriptedServer(_ => Reply.Hangup);
        await using var good = new ScriptedServer(_ => Six);
        await using var client = Client(bad, good);
        for (var i = 0; i < 4; i++)
            Assert.Equal(3, await client.FetchCounterAsync(Where));
        Assert.Equal(4, good.Count(Fetch));
        Assert.InRange(bad.Count(Fetch), 1, 4);
    }

    [Fact]
    public async Task A_read_that_a_node_does_not_answer_in_time_is_repeated_on_another_one()
    {
        var time = new FakeTimeProvider();
        await using var silent = new ScriptedServer(_ => Reply.Silence);
        await using var good = new ScriptedServer(_ => Six);
        await using var client = Client(silent, good, time);
        await Task.WhenAll(client.FetchCounterAsync(Where), client.FetchCounterAsync(Where), AdvanceAsync(time, silent));
        Assert.Equal((1, 2), (silent.Count(Fetch), good.Count(Fetch)));
        await Eventually.ReachAsync("the late connection closed", () => silent.Open, open => open == 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000003")]
    [InlineData("0000000102")]
    [InlineData("00000002530a")]
    [InlineData("000000015300")]
    [InlineData("0000000b000a0774696d656f75741000")]
    public async Task An_update_is_never_sent_twice_whatever_comes_back(string answer)
    {
        await using var first = new ScriptedServer(_ => Reply.Hex(answer) with { Close = true });
        await using var second = new ScriptedServer(_ => Reply.Hex(answer) with { Close = true });
        await using var client = Client(first, second);
        var unknown = await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => client.UpdateCounterAsync(Where, 1));
        Assert.Equal(("update-counter", 1), (unknown.Operation, first.Count(Update) + second.Count(Update)));
        Assert.Contains(unknown.Node, new[] { first.Host, second.Host });
        Assert.NotNull(unknown.InnerException);
    }

    [Fact]
    public async Task An_update_goes_to_another_node_as_long_as_nothing_was_sent()
    {
        await using var good = new ScriptedServer(_ => Reply.Hex("0000000153"));
        var gone = new ScriptedServer(_ => Reply.Hangup);
        await using var client = Client(gone, good);
        await gone.DisposeAsync();
        for (var i = 0; i < 4; i++)
            await client.UpdateCounterAsync(Where, 1);
        Assert.Equal(4, good.Count(Update));
        Assert.Equal([false, true], client.Nodes.Select(node => node.IsUp));
        Assert.NotNull(client.Nodes[0].LastFailure);
    }

    [Fact]
    public async Task Healthy_nodes_share_the_work()
    {
        await using var first = new ScriptedServer(_ => Reply.Pong);
        await using var second = new ScriptedServer(_ => Reply.Pong);
        await using var client = Client(first, second);
        for (var i = 0; i < 10; i++)
            await client.PingAsync();
        Assert.Equal((5, 5), (first.Requests.Count, second.Requests.Count));
    }

    [Fact]
    public async Task A_node_that_is_down_is_left_alone_until_a_probe_reaches_it()
    {
        var time = new FakeTimeProvider();
        var gone = new ScriptedServer(_ => Reply.Hangup);
        await using var good = new ScriptedServer(_ => Reply.Pong);
        await using var client = Client(gone, good, time);
        await gone.DisposeAsync();
        for (var i = 0; i < 4; i++)
            await client.PingAsync();
        Assert.False(client.Nodes[0].IsUp);
        await using var back = new ScriptedServer(_ => Reply.Pong, gone.Port);
        await client.PingAsync();
        Assert.Empty(back.Requests);
        await Eventually.ReachAsync("the node up again", () => IsUpAfterProbe(time, client), up => up);
        await client.PingAsync();
        await client.PingAsync();
        Assert.InRange(back.Requests.Count, 2, 100);
    }

    [Fact]
    public async Task A_node_that_fails_again_and_again_is_down()
    {
        await using var bad = new ScriptedServer(_ => Reply.Hangup);
        await using var good = new ScriptedServer(_ => Six);
        await using var client = Client(bad, good);
        for (var i = 0; i < 20; i++)
            await client.FetchCounterAsync(Where);
        Assert.Equal(new RiakClientOptions().FailuresBeforeDown, bad.Count(Fetch));
        Assert.Equal([false, true], client.Nodes.Select(node => node.IsUp));
    }

    [Fact]
    public async Task With_every_node_away_calls_fail_with_what_was_met_and_work_again_afterwards()
    {
        var first = new ScriptedServer(_ => Reply.Hangup);
        var second = new ScriptedServer(_ => Reply.Hangup);
        await using var client = Client(first, second);
        await first.DisposeAsync();
        await second.DisposeAsync();
        var unavailable = await Assert.ThrowsAsync<RiakUnavailableException>(() => client.UpdateCounterAsync(Where, 1));
        Assert.Equal(2, Assert.IsType<AggregateException>(unavailable.InnerException).InnerExceptions.Count);
        await Assert.ThrowsAsync<RiakUnavailableException>(() => client.FetchCounterAsync(Where));
        await using var back = new ScriptedServer(_ => Six, second.Port);
        Assert.Equal(3, await client.FetchCounterAsync(Where));
    }

    [Fact]
    public async Task A_refusal_of_the_server_is_no_failure_of_the_node()
    {
        await using var server = new ScriptedServer(_ => Reply.Hex("00000018000a137b6e5f76616c5f76696f6c6174696f6e2c337d1000"));
        await using var client = new RiakClient(new() { Hosts = server.Host }, time: new FakeTimeProvider());
        for (var i = 0; i < 5; i++)
            await Assert.ThrowsAsync<RiakServerException>(() => client.FetchCounterAsync(Where));
        Assert.Equal((true, 1), (client.Nodes[0].IsUp, server.Accepted));
    }

    // Unless a test drives it, time stands still: no attempt ends by itself.
    private static RiakClient Client(ScriptedServer first, ScriptedServer second, TimeProvider? time = null) =>
        new(new() { Hosts = $"{first.Host},{second.Host}" }, time: time ?? new FakeTimeProvider());

    private static async Task AdvanceAsync(FakeTimeProvider time, ScriptedServer silent)
    {
        await Eventually.ReachAsync("a request at the silent node", () => silent.Count(Fetch), count => count == 1);
        time.Advance(new RiakClientOptions().ReadAttemptTimeout);
    }

    private static bool IsUpAfterProbe(FakeTimeProvider time, RiakClient client)
    {
        time.Advance(TimeSpan.FromSeconds(1));
        return client.Nodes[0].IsUp;
    }
}
