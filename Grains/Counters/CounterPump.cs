using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShellCorp.Counters;
using ShellCorp.Grains.Timing;

namespace ShellCorp.Grains.Counters;

/// <summary>
/// Sends and checks the counters of the grains that are active in this silo, on the thread pool: no grain's turn ever waits for it. A few at a
/// time, one step of each fold's at a time; the others wait in line, where each stands once.
/// </summary>
internal sealed partial class CounterPump : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ICounterStore? _store;
    private readonly CounterOptions _options;
    private readonly TimeProvider _clock;
    private readonly CounterMetrics _metrics;
    private readonly ILogger<CounterPump> _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly ITimer _timer;
    private readonly ConcurrentDictionary<CounterSync, CounterTurn> _turns = new();
    private readonly PriorityQueue<CounterTurn, long> _line = new();
    private int _running;
    private volatile string? _problem;

    public CounterPump(
        ICounterMarks marks,
        IOptions<CounterOptions> options,
        [FromKeyedServices(GrainClock.Key)] TimeProvider clock,
        CounterMetrics metrics,
        ILogger<CounterPump> logger,
        ICounterStore? store = null)
    {
        (_store, Marks, _options, _clock, _metrics, _logger) = (store, marks, options.Value, clock, metrics, logger);
        _timer = clock.CreateTimer(_ => Drain(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        metrics.Observe(() => Status.Behind);
    }

    /// <summary>Whether there is anywhere to keep counters; without, nothing is done, and what was missed is made up for when there is.</summary>
    public bool IsCounting => _store is not null;

    /// <summary>What remembers whose counters may be behind.</summary>
    public ICounterMarks Marks { get; }

    /// <summary>How far this silo's counters are behind.</summary>
    public CounterStatus Status
    {
        get
        {
            if (!IsCounting)
                return CounterStatus.Current;
            var behind = _turns.Keys.Select(sync => sync.Behind).Where(events => events > 0).ToList();
            return new() { Behind = behind.Sum(), Players = behind.Count, Problem = _problem };
        }
    }

    /// <summary>How many places the line has.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _line.Count;
        }
    }

    /// <summary>Whether every counter was found exact after the last event.</summary>
    public bool IsSettled => _turns.Keys.All(sync => sync.IsSettled);

    /// <summary>A grain became active: its counters are checked, and from then on kept at its totals.</summary>
    /// <param name="key">Whose counters.</param>
    /// <param name="totals">What the grain has counted.</param>
    /// <param name="readStored">Reads anew what is stored, from any thread.</param>
    public CounterSync Register(CounterKey key, CounterTotals totals, Func<Task<CounterTotals>> readStored)
    {
        var sync = new CounterSync(this, new(_options, _clock), key, totals, readStored);
        if (IsCounting)
            _turns[sync] = new(sync);
        // Who has counted nothing has nothing to check.
        if (totals.Version > 0)
            Schedule(sync);
        return sync;
    }

    public void Remove(CounterSync sync) => _turns.TryRemove(sync, out _);

    /// <summary>Lets a step be taken when it is due.</summary>
    public void Schedule(CounterSync sync)
    {
        if (!_turns.TryGetValue(sync, out var turn))
            return;

        lock (_lock)
        {
            if (!turn.IsRunning)
                Enqueue(turn);
            SetTimer();
        }
    }

    public void Added() => _metrics.Added();

    public void Corrected(CounterKey key, ImmutableDictionary<string, long> by)
    {
        _metrics.Corrected();
        LogCorrected(key.Player, key.Kind, by.Count, by.Values.Sum(Math.Abs));
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_stop.IsCancellationRequested)
                return;
            _stop.Cancel();
            _timer.Dispose();
        }

        _stop.Dispose();
    }

    private void Drain()
    {
        while (Next() is { } turn)
            _ = TakeAsync(turn);
    }

    private CounterTurn? Next()
    {
        lock (_lock)
        {
            while (!_stop.IsCancellationRequested && _running < _options.Concurrency && _line.TryPeek(out var turn, out var due))
            {
                if (due > _clock.GetTimestamp())
                    break;

                _line.Dequeue();
                // One that was brought forward still stands at its old place too.
                if (turn.QueuedAt != due)
                    continue;

                turn.QueuedAt = CounterSchedule.Never;
                if (!_turns.ContainsKey(turn.Sync))
                    continue;

                turn.IsRunning = true;
                _running++;
                return turn;
            }

            SetTimer();
            return null;
        }
    }

    private async Task TakeAsync(CounterTurn turn)
    {
        try
        {
            await turn.Sync.StepAsync(_store!, _stop.Token);
            if (Interlocked.Exchange(ref _problem, null) is not null)
                LogReached();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            Debug.Assert(_running > 0, "The silo stops; what isn't known is checked by the next activation.");
        }
        catch (CounterOutcomeUnknownException unknown)
        {
            _metrics.Unknown();
            LogUnknown(unknown, turn.Sync.Key.Player);
        }
        catch (Exception failure)
        {
            turn.Sync.Fail();
            if (Interlocked.Exchange(ref _problem, failure.Message) is null)
                LogUnreachable(failure, turn.Sync.Key.Player);
        }

        lock (_lock)
        {
            _running--;
            turn.IsRunning = false;
            if (_turns.ContainsKey(turn.Sync))
                Enqueue(turn);
        }

        Drain();
    }

    private void Enqueue(CounterTurn turn)
    {
        var due = turn.Sync.Due;
        if (due >= turn.QueuedAt)
            return;

        turn.QueuedAt = due;
        _line.Enqueue(turn, due);
    }

    private void SetTimer()
    {
        if (_stop.IsCancellationRequested || _running >= _options.Concurrency || !_line.TryPeek(out _, out var due))
            return;

        var wait = TimeSpan.FromSeconds((due - _clock.GetTimestamp()) / (double)_clock.TimestampFrequency);
        _timer.Change(wait > TimeSpan.Zero ? wait + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
