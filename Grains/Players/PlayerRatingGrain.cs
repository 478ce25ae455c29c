using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using Orleans.Streams;
using Orleans.Streams.Core;
using ShellCorp.Events;
using ShellCorp.Grains.Counters;
using ShellCorp.Grains.Delivery;
using ShellCorp.Grains.Log;
using ShellCorp.Grains.Metrics;
using ShellCorp.Grains.Placement;
using ShellCorp.Grains.Players.Ratings;
using ShellCorp.Grains.Storage;
using ShellCorp.Grains.Timing;
using ShellCorp.Players;

namespace ShellCorp.Grains.Players;

/// <summary>
/// Applies a player's updates, once each. A batch is stored, then published, then acknowledged: the stored version is what a published id
/// stands for, and what isn't published is delivered again, so that a crash between any two steps at most repeats an id with the same content.
/// </summary>
[ImplicitStreamSubscription(Topics.PlayerUpdates)]
[SiloRole(SiloRole.Ratings)]
internal sealed partial class PlayerRatingGrain(
    IGrainContextAccessor context,
    [FromKeyedServices(GrainStores.Default)] IGrainStorage storage,
    [FromKeyedServices(GrainClock.Key)] TimeProvider clock,
    TimedEventLog log,
    IOptions<PlayerRatingOptions> options,
    CounterPump counters,
    GrainMetrics metrics,
    ILogger<PlayerRatingGrain> logger)
    : Grain, IPlayerRatingGrain, IStreamSubscriptionObserver, IAsyncBatchObserver<PlayerUpdate>
{
    private readonly PlayerLedgers _ledgers = new(storage, context.GrainContext.GrainId, options.Value);
    // One for all matches: those of a batch are published together, and no match let go of forgets when it was.
    private readonly Pacer _pacer = new(options.Value.PublishInterval, clock);

    private PlayerId Player => new(this.GetPrimaryKeyLong());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _ledgers.LoadAsync();
        StartCounting();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _counting?.Release();
        try
        {
            await _ledgers.FlushAsync();
        }
        catch (Exception exception)
        {
            // What is written lazily can be lost: published ids repeat with the same content, and repeats since the last write aren't counted.
            LogLazyWriteFailed(exception, Player, reason.ReasonCode);
        }
    }

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<PlayerUpdate>().ResumeAsync(this);

    public async Task OnNextAsync(IList<SequentialItem<PlayerUpdate>> items)
    {
        try
        {
            await _ledgers.TrimAsync(items.Select(item => item.Item.MatchId).ToHashSet());
            var deliveries = await SiftAsync(items);
            await CountAsync(deliveries);
            await PublishAsync(deliveries);
            Finish(deliveries);
        }
        catch (InconsistentStateException exception)
        {
            LogStateConflict(exception, Player);
            DeactivateOnIdle();
            throw;
        }
    }

    public Task OnErrorAsync(Exception ex)
    {
        LogStreamFailed(ex, Player);
        return Task.CompletedTask;
    }

    /// <summary>Refuses what is invalid before anything is changed, and tells by match what is new.</summary>
    private async Task<ImmutableArray<LedgerDelivery>> SiftAsync(IList<SequentialItem<PlayerUpdate>> items)
    {
        foreach (var item in items)
        {
            Refusal.ThrowIfAny(item.Item.Id, EventValidator.Validate(item.Item));
            Refusal.ThrowIfOther(item.Item.Id, "playerId", item.Item.PlayerId.Value, Player.Value);
        }

        var deliveries = ImmutableArray.CreateBuilder<LedgerDelivery>();
        foreach (var match in items.Select(item => item.Item).GroupBy(update => update.MatchId))
        {
            var slot = await _ledgers.OpenAsync(match.Key);
            var delivery = new LedgerDelivery(slot, slot.Ledger.Sift([.. match]));
            Refusal.ThrowIfOverLimit(delivery.Sifted, update => update.Id, match.Key);
            await RefuseStrangerAsync(delivery);
            deliveries.Add(delivery);
        }

        return deliveries.DrainToImmutable();
    }

    private async Task StoreAsync(ImmutableArray<LedgerDelivery> deliveries)
    {
        foreach (var (slot, sifted) in deliveries)
        {
            if (sifted.Fresh.IsEmpty)
                continue;

            await _ledgers.StoreAsync(slot, slot.Ledger.Apply(sifted));
            metrics.PlayerUpdatesApplied(sifted.Fresh.Length);
        }
    }

    private async Task PublishAsync(ImmutableArray<LedgerDelivery> deliveries)
    {
        ImmutableArray<LedgerSlot> due = [.. deliveries.Select(delivery => delivery.Slot).Where(slot => !slot.Ledger.Events.IsFinished)];
        if (due.IsEmpty)
            return;

        await _pacer.WaitAsync(CancellationToken.None);
        await log.AppendAsync(
            [.. due.Select(slot => RatingModel.ToLive(Player, slot.Match, slot.Ledger.Tally, RatingWeights.Current))], CancellationToken.None);
        _pacer.Mark();
        metrics.RatingsPublished(due.Length);
    }

    private void Finish(ImmutableArray<LedgerDelivery> deliveries)
    {
        foreach (var (slot, sifted) in deliveries)
        {
            slot.State.Note(slot.Ledger.Finish(sifted.Repeats));
            metrics.PlayerUpdatesRepeated(sifted.Repeats);
        }
    }
}
