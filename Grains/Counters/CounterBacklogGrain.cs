using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using ShellCorp.Grains.Counters.Attention;
using ShellCorp.Grains.Players;
using ShellCorp.Grains.Storage;
using ShellCorp.Grains.Timing;

namespace ShellCorp.Grains.Counters;

/// <summary>
/// Keeps marks. Many players are marked at once when matches begin, so what comes while a write is on its way goes into the next one together. Marks
/// that are taken away are written with the next ones; until then they only let counters be checked once more.
/// </summary>
internal sealed partial class CounterBacklogGrain(
    IGrainContextAccessor context,
    [FromKeyedServices(GrainStores.Default)] IGrainStorage storage,
    [FromKeyedServices(GrainClock.Key)] TimeProvider clock,
    IOptions<CounterOptions> options,
    ILogger<CounterBacklogGrain> logger) : Grain, ICounterBacklogGrain
{
    private const int ResumedAtOnce = 32;

    private readonly StoredState<CounterBacklogState> _stored =
        new(storage, "counter-backlog", context.GrainContext.GrainId, CounterBacklogState.Empty, state => state.Revision);

    private readonly Dictionary<CounterKey, long> _since = [];
    private CounterBacklogState _state = CounterBacklogState.Empty;
    private Task? _writing;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _state = await _stored.EnsureAsync();
        foreach (var key in _state.Marks.Keys)
            _since[key] = clock.GetTimestamp();
    }

    public async Task<long> MarkAsync(CounterKey key)
    {
        _state = _state.Mark(key);
        _since[key] = clock.GetTimestamp();
        var mark = _state.Last;
        // Whichever mark of the key is stored, it is remembered.
        while (!_stored.Value.Marks.ContainsKey(key))
            await (_writing ??= WriteAsync());
        return mark;
    }

    public Task SettleAsync(CounterKey key, long mark)
    {
        _state = _state.Settle(key, mark);
        if (!_state.Marks.ContainsKey(key))
            _since.Remove(key);
        return Task.CompletedTask;
    }

    public async Task LookAfterAsync()
    {
        var patience = options.Value.FirstCheck + options.Value.SecondCheck + options.Value.QuietCheck;
        var overdue = _state.Marks.Where(mark => clock.GetElapsedTime(_since[mark.Key]) > patience).ToList();
        foreach (var some in overdue.Chunk(ResumedAtOnce))
            await Task.WhenAll(some.Select(mark => ResumeAsync(mark.Key, mark.Value)));
        if (!ReferenceEquals(_state, _stored.Value))
            await (_writing ??= WriteAsync());
    }

    private async Task ResumeAsync(CounterKey key, long mark)
    {
        _since[key] = clock.GetTimestamp();
        try
        {
            await GrainFactory.GetGrain<ICountedGrain>(key.Player.Value, ClassOf(key.Kind).FullName).ResumeCountingAsync(mark);
        }
        catch (Exception failure)
        {
            // It stays marked and is looked after again.
            LogNotResumed(failure, key.Player, key.Kind);
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            // What else comes in this turn of the grain goes along.
            await Task.Yield();
            await _stored.EnsureAsync();
            await _stored.WriteAsync(_state);
        }
        catch (InconsistentStateException conflict)
        {
            LogConflict(conflict);
            DeactivateOnIdle();
            throw;
        }
        finally
        {
            _writing = null;
        }
    }

    private static Type ClassOf(CounterKind kind) => kind switch
    {
        CounterKind.Matches => typeof(PlayerRatingGrain),
        CounterKind.Attention => typeof(PlayerAttentionGrain),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nothing of this kind is counted."),
    };
}
