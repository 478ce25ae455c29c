using Microsoft.Extensions.Time.Testing;
using Riak.Errors;
using Riak.Tests.Scripted;

namespace Riak.Tests.Clients;

public sealed class CancellationTests
{
    private static readonly RiakLocation Where = new("counters", "b", "k");

    [Fact]
    public async Task A_cancelled_read_closes_its_connection_and_its_answer_reaches_nobody()
    {
        var late = new TaskCompletionSource<Reply>();
        var calls = 0;
        await using var server = new ScriptedServer(_ => Interlocked.Increment(ref calls) == 1 ? late.Task : Task.FromResult(Reply.Hex("000000075110011a020804")));
        // Time stands still: no attempt ends by itself.
        await using var client = new RiakClient(new() { Hosts = server.Host }, time: new FakeTimeProvider());
        using var cancel = new CancellationTokenSource();
        var first = client.FetchCounterAsync(Where, cancellation: cancel.Token);
        await Eventually.ReachAsync("the read at the server", () => server.Requests.Count, count => count == 1);
        await cancel.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(cancel.Token, cancelled.CancellationToken);
        var second = client.FetchCounterAsync(Where);
        await Eventually.ReachAsync("the second read on a connection of its own", () => server.Accepted, count => count == 2);
        late.SetResult(Reply.Hex("000000075110011a020806"));
        Assert.Equal(2, await second);
        Assert.True(client.Nodes[0].IsUp);
        await Eventually.ReachAsync("only the second connection open", () => server.Open, open => open == 1);
    }

    [Fact]
    public async Task A_cancelled_update_that_was_sent_is_of_unknown_outcome()
    {
        await using var server = new ScriptedServer(_ => Reply.Silence);
        await using var client = new RiakClient(new() { Hosts = server.Host }, time: new FakeTimeProvider());
        using var cancel = new CancellationTokenSource();
        var update = client.UpdateCounterAsync(Where, 1, cancellation: cancel.Token);
        await Eventually.ReachAsync("the update at the server", () => server.Requests.Count, count => count == 1);
        await cancel.CancelAsync();
        var unknown = await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => update);
        Assert.IsAssignableFrom<OperationCanceledException>(unknown.InnerException);
        await Eventually.ReachAsync("the connection closed", () => server.Open, open => open == 0);
    }

    [Fact]
    public async Task An_update_cancelled_before_it_was_sent_is_just_cancelled()
    {
        await using var server = new ScriptedServer(_ => Reply.Silence);
        await using var client = new RiakClient(new() { Hosts = server.Host, MaxConnectionsPerNode = 1 }, time: new FakeTimeProvider());
        using var cancel = new CancellationTokenSource();
        var holding = client.UpdateCounterAsync(Where, 1, cancellation: cancel.Token);
        await Eventually.ReachAsync("the first update at the server", () => server.Requests.Count, count => count == 1);
        using var cancelSecond = new CancellationTokenSource();
        var waiting = client.UpdateCounterAsync(Where, 1, cancellation: cancelSecond.Token);
        await cancelSecond.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.UpdateCounterAsync(Where, 1, cancellation: cancelSecond.Token));
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => holding);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_late_update_is_of_unknown_outcome_and_its_connection_is_not_used_again()
    {
        var time = new FakeTimeProvider();
        await using var server = new ScriptedServer(request => request[4] == 82 ? Reply.Silence : Reply.Pong);
        await using var client = new RiakClient(new() { Hosts = server.Host }, time: time);
        var update = client.UpdateCounterAsync(Where, 1);
        await Eventually.ReachAsync("the update at the server", () => server.Requests.Count, count => count == 1);
        time.Advance(new RiakClientOptions().RequestTimeout);
        var unknown = await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => update);
        Assert.IsType<TimeoutException>(unknown.InnerException);
        await client.PingAsync();
        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task A_read_that_nobody_answers_fails_after_its_attempts()
    {
        var time = new FakeTimeProvider();
        await using var server = new ScriptedServer(_ => Reply.Silence);
        await using var client = new RiakClient(new() { Hosts = server.Host }, time: time);
        var read = client.FetchCounterAsync(Where);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await Eventually.ReachAsync($"attempt {attempt} at the server", () => server.Requests.Count, count => count == attempt);
            time.Advance(new RiakClientOptions().ReadAttemptTimeout);
        }

        await Assert.ThrowsAsync<RiakUnavailableException>(() => read);
        Assert.Equal(3, server.Requests.Count);
    }
}
