using global::Riak.Errors;
using global::Riak.TestServer.Proxy;
using Orleans.Storage;

namespace Orleans.Persistence.Riak.Tests;

/// <summary>What Orleans asks of a grain storage, and what Riak adds to it.</summary>
public sealed class StorageTests : IAsyncDisposable
{
    private readonly StorageInTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    public async Task What_was_never_written_does_not_exist()
    {
        var read = await _test.ReadAsync();
        Assert.Equal((false, null), (read.RecordExists, read.ETag));
    }

    [Fact]
    public async Task What_was_written_is_read_and_every_write_has_another_etag()
    {
        var first = await _test.AddAsync("a");
        var etag = first.ETag;
        first.State = first.State!.With("b");
        await _test.WriteAsync(first);
        Assert.NotEqual(etag, first.ETag);
        var read = await _test.ReadAsync();
        Assert.Equal(["a", "b"], read.State!.Words);
        Assert.True(read.RecordExists);
    }

    [Fact]
    public async Task A_second_first_write_and_a_write_with_an_old_etag_are_refused()
    {
        var (one, other) = (await _test.ReadAsync(), await _test.ReadAsync());
        one.State = one.State!.With("one");
        await _test.WriteAsync(one);
        other.State = other.State!.With("other");
        await Assert.ThrowsAsync<InconsistentStateException>(() => _test.WriteAsync(other));

        var (later, stale) = (await _test.ReadAsync(), await _test.ReadAsync());
        await _test.WriteAsync(later);
        await Assert.ThrowsAsync<InconsistentStateException>(() => _test.WriteAsync(stale));
        Assert.Equal(["one"], (await _test.ReadAsync()).State!.Words);
    }

    [Fact]
    public async Task A_cleared_state_is_gone_and_can_be_written_anew()
    {
        var state = await _test.AddAsync("a");
        await _test.Storage.ClearStateAsync("bag", StorageInTest.Grain, state);
        Assert.False(state.RecordExists);
        Assert.False((await _test.ReadAsync()).RecordExists);
        await Eventually.HoldAsync("a write after the deletion", async () =>
        {
            try
            {
                return (await _test.AddAsync("b")).RecordExists;
            }
            catch (InconsistentStateException)
            {
                // A real node keeps the tombstone for some seconds.
                return false;
            }
        });
        Assert.Equal(["b"], (await _test.ReadAsync()).State!.Words);
    }

    [Fact]
    public async Task A_state_that_somebody_else_wrote_is_not_cleared()
    {
        var state = await _test.AddAsync("a");
        await _test.AddAsync("b");
        await Assert.ThrowsAsync<InconsistentStateException>(() => _test.Storage.ClearStateAsync("bag", StorageInTest.Grain, state));
    }

    [Fact]
    public async Task Siblings_are_merged_and_written_back()
    {
        await _test.AddAsync("a");
        var stored = Assert.Single((await _test.Direct.GetAsync(_test.Where)).Contents);
        await _test.AddAsync("b");
        // What a second writer leaves whose condition was checked before the first one's write: a value without the clock of the other.
        await _test.Direct.PutAsync(_test.Where, stored with { UserMetadata = [] });
        Assert.True((await _test.Direct.GetAsync(_test.Where)).HasSiblings);

        Assert.Equal(["a", "b"], (await _test.ReadAsync()).State!.Words);
        Assert.False((await _test.Direct.GetAsync(_test.Where)).HasSiblings);
        Assert.Equal(["a", "b", "c"], (await _test.AddAsync("c")).State!.Words);
    }

    [Theory]
    [InlineData(FaultKind.DropAnswer)]
    [InlineData(FaultKind.CutAnswer)]
    public async Task A_write_whose_answer_is_lost_is_found_and_goes_on(FaultKind kind)
    {
        var state = await _test.AddAsync("a");
        _test.Proxy.Once(kind == FaultKind.DropAnswer ? Fault.DropAnswer : Fault.CutAnswer, request => request.IsWrite);
        state.State = state.State!.With("b");
        await _test.WriteAsync(state);
        state.State = state.State!.With("c");
        await _test.WriteAsync(state);
        Assert.Equal(["a", "b", "c"], (await _test.ReadAsync()).State!.Words);
    }

    [Fact]
    public async Task A_write_that_never_arrives_fails_and_nothing_is_written()
    {
        var state = await _test.AddAsync("a");
        _test.Proxy.Once(Fault.DropRequest, request => request.IsWrite);
        state.State = state.State!.With("b");
        await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => _test.WriteAsync(state));
        Assert.Equal(["a"], (await _test.ReadAsync()).State!.Words);
    }

    [Fact]
    public async Task A_write_that_is_carried_out_later_does_not_undo_what_came_in_between()
    {
        await _test.AddAsync("a");
        var late = await _test.ReadAsync();
        _test.Proxy.Once(Fault.Hold(after: 100), request => request.IsWrite);
        late.State = late.State!.With("late");
        await Assert.ThrowsAsync<RiakOutcomeUnknownException>(() => _test.WriteAsync(late));
        await _test.AddAsync("b");
        await _test.Proxy.DeliverHeldAsync();
        Assert.Equal(["a", "b"], (await _test.ReadAsync()).State!.Words);
    }

    [Fact]
    public async Task Whatever_was_acknowledged_to_many_writers_at_once_is_there_through_lost_answers()
    {
        const int Seed = 42;
        _test.Proxy.Decide = new SeededFaults(Seed, droppedAnswers: 0.1, otherFaults: 0.05).Choose;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async writer =>
        {
            for (var number = 0; number < 15; number++)
                await AddUntilAcknowledgedAsync($"{writer}/{number}");
        }));
        _test.Proxy.Decide = _ => Fault.None;
        Assert.Equal(90, (await _test.ReadAsync()).State!.Words.Count);
    }

    private Task AddUntilAcknowledgedAsync(string word) => Eventually.HoldAsync($"{word} to be written", async () =>
    {
        try
        {
            await _test.AddAsync(word);
            return true;
        }
        catch (Exception again) when (again is InconsistentStateException or RiakException)
        {
            // As a grain does: it reads and tries again.
            return false;
        }
    });
}
