using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using Orleans.Streams;
using Orleans.Streams.Core;
using ShellCorp.Events;
using ShellCorp.Grains.Delivery;
using ShellCorp.Grains.Live;
using ShellCorp.Grains.Log;
using ShellCorp.Grains.Metrics;
using ShellCorp.Grains.Placement;
using ShellCorp.Grains.Storage;
using ShellCorp.Grains.Timing;
using ShellCorp.Live;
using ShellCorp.Matches;

namespace ShellCorp.Grains.Matches;

/// <summary>
/// Gathers a match's facts, once each. A batch is stored, then what it means for players is written to the log, then it is acknowledged: what
/// is derived is a function of the stored facts, so that a crash between any two steps at most repeats ids with the same content.
/// </summary>
/// <remarks>
/// No two calls can wait for each other. While it applies a batch, a match calls registries only, which call nobody. Reading a match comes in
/// between the steps of a batch; it may ask players, whose answers do the same and need nobody. So a player that applies a batch may ask for
/// the sheet of a match that is just asking for that player's rating. Activation needs storage only.
/// </remarks>
[ImplicitStreamSubscription(Topics.MatchUpdates)]
[ImplicitStreamSubscription(Topics.LiveRatingsByMatch)]
[SiloRole(SiloRole.Matches)]
internal sealed partial class MatchGrain
    : Grain, IMatchGrain, IStreamSubscriptionObserver, IAsyncBatchObserver<MatchUpdate>, IAsyncBatchObserver<LiveRatingUpdate>, IDisposable
{
    private readonly StoredState<MatchState> _state;
    private readonly TimedEventLog _log;
    private readonly GrainMetrics _metrics;
    private readonly ILogger<MatchGrain> _logger;
    private readonly LiveTeller _live;

    public MatchGrain(
        IGrainContextAccessor context,
        [FromKeyedServices(GrainStores.LiveScores)] IGrainStorage storage,
        [FromKeyedServices(GrainClock.Key)] TimeProvider clock,
        TimedEventLog log,
        IOptions<LiveOptions> live,
        GrainMetrics metrics,
        ILogger<MatchGrain> logger)
    {
        (_log, _metrics, _logger) = (log, metrics, logger);
        _state = new(storage, "match", context.GrainContext.GrainId, MatchState.Empty, state => state.Events.Count);
        _live = new(GrainFactory.GetGrain<ILiveHubGrain>(0), this, live.Value, clock, logger);
    }

    private MatchId Match => new(this.GetPrimaryKeyLong());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var state = await _state.EnsureAsync();
        _unread = [.. state.Outsiders, .. state.Sheets.SelectMany(SquadsOf).Distinct()];
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _live.StopAsync(cancellationToken);
        try
        {
            await _state.FlushAsync();
        }
        catch (Exception exception)
        {
            // What is written lazily can be lost: derived ids repeat with the same content, and repeats since the last write aren't counted.
            LogLazyWriteFailed(exception, Match, reason.ReasonCode);
        }
    }

    public void Dispose() => _live.Dispose();

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) =>
        handleFactory.StreamId.GetNamespace() == Topics.LiveRatingsByMatch
            ? handleFactory.Create<LiveRatingUpdate>().ResumeAsync(this)
            : handleFactory.Create<MatchUpdate>().ResumeAsync(this);

    public async Task OnNextAsync(IList<SequentialItem<MatchUpdate>> items)
    {
        try
        {
            await _state.EnsureAsync();
            var sifted = Sift(items);
            await StoreAsync(sifted);
            await RegisterAsync();
            await DeriveAsync();
            _state.Note(_state.Value.Finish(sifted.Repeats));
            _metrics.MatchFactsRepeated(sifted.Repeats);
        }
        catch (InconsistentStateException exception)
        {
            LogStateConflict(exception, Match);
            DeactivateOnIdle();
            throw;
        }
    }

    public Task OnErrorAsync(Exception ex)
    {
        LogStreamFailed(ex, Match);
        return Task.CompletedTask;
    }

    private async Task StoreAsync(Sifted<MatchUpdate> sifted)
    {
        if (sifted.Fresh.IsEmpty)
            return;

        await _state.WriteAsync(_state.Value.Apply(sifted));
        _metrics.MatchFactsApplied(sifted.Fresh.Length);
        TellSummary();
    }

    private async Task DeriveAsync()
    {
        var derived = MatchDerivation.Derive(_state.Value.Facts, _state.Value.Derived);
        if (derived.IsEmpty)
            return;

        await _log.AppendAsync(derived, CancellationToken.None);
        _metrics.DerivedPublished(derived.Length);
    }

    /// <summary>Refuses what is invalid or doesn't fit the line-up before anything is changed, and tells what is new.</summary>
    private Sifted<MatchUpdate> Sift(IList<SequentialItem<MatchUpdate>> items)
    {
        foreach (var item in items)
        {
            Refusal.ThrowIfAny(item.Item.Id, EventValidator.Validate(item.Item));
            Refusal.ThrowIfOther(item.Item.Id, "matchId", item.Item.MatchId.Value, Match.Value);
        }

        var sifted = _state.Value.Events.Sift([.. items.Select(item => item.Item)], fact => fact.Id);
        Refusal.ThrowIfOverLimit(sifted, fact => fact.Id, Match);
        if (MatchFold.Sheet(_state.Value.Apply(sifted)) is { } sheet)
        {
            foreach (var fact in sifted.Fresh)
                Refusal.ThrowIfAny(fact.Id, SheetRules.Check(fact, sheet));
        }

        return sifted;
    }

    private static IEnumerable<PlayerId> SquadsOf(MatchSheet sheet) => sheet.Home.Squad.Concat(sheet.Away.Squad).Select(player => player.PlayerId);
}
