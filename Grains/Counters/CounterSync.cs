using System.Collections.Immutable;

namespace ShellCorp.Grains.Counters;

/// <summary>
/// Brings one fold's counters where they are kept to the fold's totals, for as long as its grain is active here. It adds what the totals have grown by
/// since the last addition that was acknowledged. Whenever that isn't known (an answer was lost, the grain is new here), and at the end of a match and after
/// a quiet time besides, it reads what is there and adds the difference, which may be negative. Only the totals are kept, however long nothing can be sent.
/// </summary>
internal sealed class CounterSync
{
    private readonly Lock _lock = new();
    private readonly CounterPump _pump;
    private readonly CounterSchedule _schedule;
    private readonly Func<Task<CounterTotals>> _readStored;
    private CounterTotals _totals;
    private ImmutableDictionary<string, long>? _acknowledged;
    private long _acknowledgedVersion;
    private long _newerVersion;
    private long? _mark;
    private int _counting;

    public CounterSync(CounterPump pump, CounterSchedule schedule, CounterKey key, CounterTotals totals, Func<Task<CounterTotals>> readStored)
    {
        (_pump, _schedule, _readStored) = (pump, schedule, readStored);
        (Key, _totals, _acknowledgedVersion) = (key, totals, totals.Version);
    }

    /// <summary>Whose counters.</summary>
    public CounterKey Key { get; }

    /// <summary>How many events they are behind.</summary>
    public long Behind
    {
        get
        {
            lock (_lock)
                return _totals.Version - _acknowledgedVersion;
        }
    }

    /// <summary>Whether nothing is left to be done.</summary>
    public bool IsSettled
    {
        get
        {
            lock (_lock)
                return _schedule.IsDone && _mark is null;
        }
    }

    /// <summary>When there is something to do, by the clock's timestamps.</summary>
    public long Due
    {
        get
        {
            lock (_lock)
                return _schedule.Due(_acknowledged is not null && !_totals.Minus(_acknowledged).IsEmpty);
        }
    }

    /// <summary>Before something is counted: from now on the counters may be behind, and somebody remembers.</summary>
    public async ValueTask BeginAsync()
    {
        lock (_lock)
        {
            _counting++;
            if (_mark is not null || !_pump.IsCounting)
                return;
        }

        try
        {
            var mark = await _pump.Marks.MarkAsync(Key);
            lock (_lock)
                _mark = mark;
        }
        catch
        {
            lock (_lock)
                _counting--;
            throw;
        }
    }

    /// <summary>After it.</summary>
    /// <param name="totals">What is stored now, as far as that is known.</param>
    /// <param name="check">Whether the counters are to be checked now: a match has ended.</param>
    public void End(CounterTotals totals, bool check)
    {
        lock (_lock)
            _counting--;
        Tell(totals, check);
    }

    /// <summary>Tells the totals without anything being counted.</summary>
    /// <param name="totals">What is stored now, as far as that is known.</param>
    /// <param name="check">Whether the counters are to be checked now.</param>
    public void Tell(CounterTotals totals, bool check)
    {
        lock (_lock)
        {
            if (totals.Version > _totals.Version)
            {
                _totals = totals;
                NoteUnmoved();
                _schedule.Counted();
            }

            var hasCaughtUp = _newerVersion > 0 && totals.Version >= _newerVersion;
            if (hasCaughtUp)
                _newerVersion = 0;
            if (check || hasCaughtUp)
                _schedule.CheckNow();
        }

        _pump.Schedule(this);
    }

    /// <summary>A mark that another activation has left behind; it is taken away when the counters are found exact.</summary>
    public void Adopt(long mark)
    {
        lock (_lock)
        {
            if (_mark is not null)
                return;
            _mark = mark;
            if (_schedule.IsDone)
                _schedule.CheckNow();
        }

        _pump.Schedule(this);
    }

    /// <summary>The grain is active here no longer; its mark stays for whoever comes next.</summary>
    public void Release() => _pump.Remove(this);

    /// <summary>Does what is due.</summary>
    public async Task StepAsync(ICounterStore store, CancellationToken cancellationToken)
    {
        CounterTotals totals;
        ImmutableDictionary<string, long>? acknowledged;
        bool check;
        lock (_lock)
            (totals, acknowledged, check) = (_totals, _acknowledged, _schedule.IsCheckDue);

        if (check)
            await CheckAsync(store, cancellationToken);
        else if (acknowledged is not null && totals.Minus(acknowledged) is { IsEmpty: false } growth)
            await AddAsync(store, growth, totals, cancellationToken);
    }

    /// <summary>The counters can't be reached, or what is stored can't be read.</summary>
    public void Fail()
    {
        lock (_lock)
            _schedule.Failed();
    }

    private async Task CheckAsync(ICounterStore store, CancellationToken cancellationToken)
    {
        var read = await store.ReadOwnAsync(Key.Player, cancellationToken);
        var held = read.RemoveRange(read.Keys.Where(field => !Key.Has(field)));
        if (TryConfirm(held, out var settled))
        {
            if (settled is { } mark)
                await _pump.Marks.SettleAsync(Key, mark);
            return;
        }

        // Read after the counters: whatever another activation has added to them it has stored before.
        var stored = await _readStored();
        CounterTotals totals;
        lock (_lock)
        {
            (totals, _acknowledged) = (_totals, null);
            if (stored.Version > totals.Version)
            {
                _newerVersion = stored.Version;
                _schedule.StandAside();
                return;
            }
        }

        // Empty where what was missing has been counted here meanwhile; the check stays due.
        var difference = totals.Minus(held);
        if (difference.IsEmpty)
            return;

        await AddAsync(store, difference, totals, cancellationToken);
        _pump.Corrected(Key, difference);
        lock (_lock)
            _schedule.Doubted();
    }

    private async Task AddAsync(ICounterStore store, ImmutableDictionary<string, long> changes, CounterTotals totals, CancellationToken cancellationToken)
    {
        ImmutableDictionary<string, long>? before;
        lock (_lock)
        {
            (before, _acknowledged) = (_acknowledged, null);
            _schedule.Sent();
        }

        try
        {
            await store.AddAsync(Key.Player, changes, cancellationToken);
        }
        catch (CounterStoreException)
        {
            lock (_lock)
                _acknowledged = before;
            throw;
        }
        catch
        {
            lock (_lock)
                _schedule.Doubted();
            throw;
        }

        lock (_lock)
        {
            (_acknowledged, _acknowledgedVersion) = (totals.Fields, totals.Version);
            _schedule.Reached();
        }

        _pump.Added();
    }

    /// <summary>
    /// Whether the counters are what was added, or where that isn't known, what was counted. After the last check the mark is to be taken away, unless more was
    /// counted or is being counted.
    /// </summary>
    private bool TryConfirm(ImmutableDictionary<string, long> held, out long? settled)
    {
        lock (_lock)
        {
            settled = null;
            _schedule.Reached();
            if (!CounterTotals.Difference(_acknowledged ?? _totals.Fields, held).IsEmpty)
                return false;

            _acknowledged ??= _totals.Fields;
            NoteUnmoved();
            if (!_schedule.IsLast)
                _schedule.Confirmed();
            else if (_counting > 0 || _acknowledgedVersion != _totals.Version)
                _schedule.Counted();
            else
            {
                _schedule.Confirmed();
                (settled, _mark) = (_mark, null);
            }

            return true;
        }
    }

    /// <summary>What was counted may move no counter: then there is nothing to send, and nothing is behind.</summary>
    private void NoteUnmoved()
    {
        if (_acknowledged is not null && _totals.Minus(_acknowledged).IsEmpty)
            _acknowledgedVersion = _totals.Version;
    }
}
