using Riak.TestServer.Proxy;
using ShellCorp.Counters.Tests.Systems;
using ShellCorp.Grains.Counters;

namespace ShellCorp.Counters.Tests.Sending;

/// <summary>How counters come to be what was counted.</summary>
public sealed class PumpTests : IAsyncDisposable
{
    private readonly RiakTarget _riak = new();
    private readonly StoredFold _fold = new(3322);

    public ValueTask DisposeAsync() => _riak.DisposeAsync();

    [Fact]
    public async Task What_is_counted_is_gathered_and_added()
    {
        using var silo = new PumpInTest(_riak.Store());
        var activation = _fold.Activate(silo.Pump);
        var before = _riak.Proxy.Requests;
        for (var i = 0; i < 1000; i++)
            await _fold.CountAsync(activation, 1);

        await ExactAsync(silo);
        Assert.True(_riak.Proxy.Requests - before < 500, $"{_riak.Proxy.Requests - before} requests for 1000 counts.");
    }

    [Fact]
    public async Task The_mark_is_there_before_something_is_counted_and_gone_once_the_counters_were_found_exact()
    {
        using var silo = new PumpInTest(_riak.Store());
        var activation = _fold.Activate(silo.Pump);
        await activation.BeginAsync();
        Assert.Contains(_fold.Key, silo.Marks.Marks.Keys);
        activation.End(_fold.Totals, check: false);
        await _fold.CountAsync(activation, 3);
        Assert.Contains(_fold.Key, silo.Marks.Marks.Keys);

        await SettledAsync(silo);
        Assert.Equal(3, await ReadAsync());
        await _fold.CountAsync(activation, 1);
        Assert.Contains(_fold.Key, silo.Marks.Marks.Keys);
    }

    [Fact]
    public async Task An_event_that_moves_no_counter_leaves_nothing_behind()
    {
        using var silo = new PumpInTest(_riak.Store());
        var activation = _fold.Activate(silo.Pump);
        await _fold.CountAsync(activation, 2);
        await ExactAsync(silo);
        await _fold.NoteAsync(activation);

        await SettledAsync(silo);
        Assert.Equal(0, activation.Behind);
        Assert.DoesNotContain(_fold.Key, silo.Marks.Marks.Keys);
    }

    [Fact]
    public async Task A_mark_stays_while_something_is_being_counted()
    {
        using var silo = new PumpInTest(_riak.Store());
        var activation = _fold.Activate(silo.Pump);
        await _fold.CountAsync(activation, 1);
        await activation.BeginAsync();
        await Eventually.HoldAsync("several checks", () => _riak.Proxy.Requests > 8, () => $"{_riak.Proxy.Requests} requests");
        Assert.Contains(_fold.Key, silo.Marks.Marks.Keys);
        activation.End(_fold.Totals, check: false);
        await SettledAsync(silo);
    }

    [Fact]
    public async Task A_new_activation_makes_up_for_what_the_one_before_left_behind()
    {
        var marks = new MarksInMemory();
        using (var killed = new PumpInTest(_riak.Store(), marks))
        {
            var activation = _fold.Activate(killed.Pump);
            _riak.Proxy.Cut();
            await _fold.CountAsync(activation, 7);
        }

        _riak.Proxy.Mend();
        using var silo = new PumpInTest(_riak.Store(), marks);
        _fold.Activate(silo.Pump).Adopt(marks.Marks[_fold.Key]);
        await SettledAsync(silo);
        Assert.Equal(7, await ReadAsync());
    }

    [Fact]
    public async Task What_was_counted_twice_or_by_mistake_is_taken_back()
    {
        using var silo = new PumpInTest(_riak.Store());
        var activation = _fold.Activate(silo.Pump);
        await _fold.CountAsync(activation, 5);
        await ExactAsync(silo);
        await _riak.DirectStore().AddAsync(_fold.Key.Player, CounterTotals.None.Fields.Add(StoredFold.Field, 4).Add(CounterFields.Of(2011, PlayerCounter.Goals), 1), default);

        await _fold.CountAsync(activation, 1, check: true);
        await SettledAsync(silo);
        Assert.Equal(6, await ReadAsync());
        Assert.Equal(0, (await _riak.DirectStore().ReadOwnAsync(_fold.Key.Player, default))[CounterFields.Of(2011, PlayerCounter.Goals)]);
    }

    [Fact]
    public async Task What_others_count_in_the_same_map_is_left_alone()
    {
        var followers = CounterFields.Of(PlayerCounter.Followers);
        using var silo = new PumpInTest(_riak.Store());
        await _riak.DirectStore().AddAsync(_fold.Key.Player, CounterTotals.None.Fields.Add(followers, 11), default);
        await _riak.DirectStore("us").AddAsync(_fold.Key.Player, CounterTotals.None.Fields.Add(StoredFold.Field, 30), default);
        await _fold.CountAsync(_fold.Activate(silo.Pump), 5);

        await SettledAsync(silo);
        var all = await _riak.DirectStore().ReadAsync(_fold.Key.Player, default);
        Assert.Equal((35, 11), (all[StoredFold.Field], all[followers]));
    }

    [Fact]
    public async Task A_request_that_is_held_until_after_the_check_is_corrected_by_the_next_one()
    {
        using var silo = new PumpInTest(_riak.Store());
        var activation = _fold.Activate(silo.Pump);
        await _fold.CountAsync(activation, 1);
        await ExactAsync(silo);

        // Carried out after the first check has read, and again wrong after what that check added.
        _riak.Proxy.Once(Fault.Hold(after: 2), request => request.IsWrite);
        await _fold.CountAsync(activation, 10);
        await SettledAsync(silo);
        Assert.Equal((11, 0), (await ReadAsync(), _riak.Proxy.Held));
    }

    [Fact]
    public async Task Two_activations_of_one_grain_for_a_while_end_exact()
    {
        const int Seed = 6;
        var marks = new MarksInMemory();
        using var stale = new PumpInTest(_riak.Store(), marks);
        using var silo = new PumpInTest(_riak.Store(), marks);
        _riak.Proxy.Decide = new SeededFaults(Seed, droppedAnswers: 0.1, heldRequests: 0.05, otherFaults: 0.05).Choose;
        var first = _fold.Activate(stale.Pump);
        await _fold.CountAsync(first, 3);
        var second = _fold.Activate(silo.Pump);
        for (var i = 0; i < 300; i++)
        {
            // The first one doesn't know what the second has stored: as storage would refuse it, it can't count any more, but it goes on sending.
            await _fold.CountAsync(second, 1 + (i % 3));
            first.Adopt(i);
            await Task.Yield();
        }

        first.Release();
        _riak.Proxy.Decide = _ => Fault.None;
        await _riak.Proxy.DeliverHeldAsync();
        await _fold.CountAsync(second, 1);
        await SettledAsync(silo);
        Assert.True(_fold.Count == await ReadAsync(), $"seed {Seed}: counted {_fold.Count}, the map holds {await ReadAsync()}");
    }

    [Fact]
    public async Task Two_activations_that_both_believe_they_are_right_end_exact_too()
    {
        var marks = new MarksInMemory();
        using var one = new PumpInTest(_riak.Store(), marks);
        using var other = new PumpInTest(_riak.Store(), marks);
        await _fold.CountAsync(_fold.Activate(one.Pump), 5);
        _fold.Activate(other.Pump);
        _fold.Activate(other.Pump);

        await Eventually.HoldAsync("both silos settled", () => one.Pump.IsSettled && other.Pump.IsSettled);
        Assert.Equal(5, await ReadAsync());
    }

    private async Task ExactAsync(PumpInTest silo) => await Eventually.ReachAsync(
        $"{_fold.Count} passes", ReadAsync, held => held == _fold.Count && silo.Pump.Status.Behind == 0, () => $"The silo says {silo.Pump.Status}.");

    private Task SettledAsync(PumpInTest silo) => Eventually.HoldAsync("the silo to find its counters exact", () => silo.Pump.IsSettled && silo.Marks.Marks.IsEmpty,
        () => $"{silo.Pump.Status}, marks {string.Join(", ", silo.Marks.Marks)}");

    private async Task<long> ReadAsync() => (await _riak.DirectStore().ReadOwnAsync(_fold.Key.Player, default)).GetValueOrDefault(StoredFold.Field);
}
