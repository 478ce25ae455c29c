using Microsoft.Extensions.Time.Testing;
using Riak.Errors;
using Riak.TestServer.Proxy;
using Riak.Tests.Functional;

namespace Riak.Tests.Proxies;

/// <summary>What each fault does to an update, and that the client tells the truth about it.</summary>
public sealed class FaultTests(RiakTarget riak) : IClassFixture<RiakTarget>
{
    public static TheoryData<FaultKind, long?> LostUpdates => new()
    {
        { FaultKind.DropRequest, null },
        { FaultKind.CutRequest, null },
        { FaultKind.DropAnswer, 1 },
        { FaultKind.CutAnswer, 1 },
    };

    [Theory]
    [MemberData(nameof(LostUpdates))]
    public async Task An_update_that_meets_a_fault_is_unknown_and_happens_once_at_most(FaultKind kind, long? expected)
    {
        var fault = new[] { Fault.DropRequest, Fault.CutRequest, Fault.DropAnswer, Fault.CutAnswer }.Single(fault => fault.Kind == kind);
        await using var proxy = new FaultProxy(riak.Host);
        await using var client = new RiakClient(new() { Hosts = proxy.Host });
        var where = riak.New("counters");
        proxy.Once(fault);
        await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => client.UpdateCounterAsync(where, 1));
        Assert.Equal(expected, await client.FetchCounterAsync(where));
    }

    [Fact]
    public async Task An_update_whose_answer_never_comes_is_unknown_in_time()
    {
        var time = new FakeTimeProvider();
        await using var proxy = new FaultProxy(riak.Host);
        await using var client = new RiakClient(new() { Hosts = proxy.Host }, time: time);
        var where = riak.New("counters");
        proxy.Once(Fault.SwallowAnswer);
        var update = client.UpdateCounterAsync(where, 1);
        await Eventually.ReachAsync("the update applied", () => riak.Client.FetchCounterAsync(where), value => value == 1);
        time.Advance(new RiakClientOptions().RequestTimeout);
        await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => update);
        Assert.Equal(1, await client.FetchCounterAsync(where));
    }

    [Fact]
    public async Task A_held_update_happens_after_the_next_request_of_the_client()
    {
        await using var proxy = new FaultProxy(riak.Host);
        await using var client = new RiakClient(new() { Hosts = proxy.Host });
        var where = riak.New("counters");
        proxy.Once(Fault.Hold());
        await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => client.UpdateCounterAsync(where, 5));
        Assert.Equal(1, proxy.Held);
        // The read that should settle it sees nothing, and right behind it the update is applied.
        Assert.Null(await client.FetchCounterAsync(where));
        Assert.Equal((5, 0), (await client.FetchCounterAsync(where), proxy.Held));
    }

    [Fact]
    public async Task Held_updates_can_be_let_go()
    {
        await using var proxy = new FaultProxy(riak.Host);
        await using var client = new RiakClient(new() { Hosts = proxy.Host });
        var where = riak.New("counters");
        proxy.Once(Fault.Hold(after: 100));
        await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => client.UpdateCounterAsync(where, 5));
        Assert.Null(await client.FetchCounterAsync(where));
        await proxy.DeliverHeldAsync();
        Assert.Equal(5, await client.FetchCounterAsync(where));
    }

    [Fact]
    public async Task A_delayed_update_waits_for_its_gate()
    {
        var gate = new TaskCompletionSource();
        await using var proxy = new FaultProxy(riak.Host);
        await using var client = new RiakClient(new() { Hosts = proxy.Host });
        var where = riak.New("counters");
        proxy.Once(Fault.Delay(gate.Task), request => request.IsWrite);
        var update = client.UpdateCounterAsync(where, 5);
        Assert.Null(await client.FetchCounterAsync(where));
        gate.SetResult();
        await update;
        Assert.Equal(5, await client.FetchCounterAsync(where));
    }

    [Fact]
    public async Task With_the_node_cut_off_calls_fail_and_afterwards_work()
    {
        await using var proxy = new FaultProxy(riak.Host);
        await using var client = new RiakClient(new() { Hosts = proxy.Host });
        var where = riak.New("counters");
        await client.UpdateCounterAsync(where, 1);
        proxy.Cut();
        await Assert.ThrowsAsync<RiakUnavailableException>(() => client.FetchCounterAsync(where));
        proxy.Mend();
        Assert.Equal(1, await client.FetchCounterAsync(where));
    }

    [Fact]
    public async Task Corrected_by_difference_until_quiet_a_counter_is_exact_through_every_fault()
    {
        const int Seed = 20180714;
        await using var proxy = new FaultProxy(riak.Host, new SeededFaults(Seed, droppedAnswers: 0.1, heldRequests: 0.05, otherFaults: 0.05).Choose);
        await using var client = new RiakClient(new() { Hosts = proxy.Host });
        var counter = new DifferenceCounter(client, riak.New("maps"));
        for (var i = 1; i <= 500; i++)
            await counter.AddAsync(1 + (i % 3));
        await proxy.DeliverHeldAsync();
        proxy.Decide = _ => Fault.None;
        Assert.True(counter.Unknown > 50, $"seed {Seed}: only {counter.Unknown} updates met a fault");
        await counter.CorrectAsync();
        Assert.Equal(counter.Total, await counter.ReadAsync());
    }
}
