using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;
using Orleans.Streams;
using Orleans.Streams.Core;
using ShellCorp.Events;
using ShellCorp.Grains.Delivery;
using ShellCorp.Grains.Placement;
using ShellCorp.Grains.Storage;
using ShellCorp.Market;

namespace ShellCorp.Grains.Counters.Attention;

/// <summary>Counts what people do about a player, once each. A batch is one write.</summary>
[ImplicitStreamSubscription(Topics.PlayerAttention)]
[ImplicitStreamSubscription(Topics.MarketEvents)]
[SiloRole(SiloRole.Ratings)]
internal sealed partial class PlayerAttentionGrain(
    IGrainContextAccessor context,
    [FromKeyedServices(GrainStores.Default)] IGrainStorage storage,
    CounterPump counters,
    ILogger<PlayerAttentionGrain> logger,
    IEventPositions? positions = null)
    : Grain, ICountedGrain, IStreamSubscriptionObserver, IAsyncBatchObserver<PlayerAttention>, IAsyncBatchObserver<MarketEvent>
{
    private const string StateName = "player-attention";

    private readonly StoredState<PlayerAttentionState> _state =
        new(storage, StateName, context.GrainContext.GrainId, PlayerAttentionState.Empty, state => state.Revision);

    private CounterSync? _counting;

    private PlayerId Player => new(this.GetPrimaryKeyLong());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _state.EnsureAsync();
        _counting = counters.Register(new(Player, CounterKind.Attention), _state.Value.Totals, ReadStoredAsync);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _counting?.Release();
        return Task.CompletedTask;
    }

    public Task ResumeCountingAsync(long mark)
    {
        _counting?.Adopt(mark);
        return Task.CompletedTask;
    }

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.StreamId.GetNamespace() == Topics.MarketEvents
        ? handleFactory.Create<MarketEvent>().ResumeAsync(this)
        : handleFactory.Create<PlayerAttention>().ResumeAsync(this);

    public Task OnNextAsync(IList<SequentialItem<PlayerAttention>> items)
    {
        foreach (var item in items)
        {
            Refusal.ThrowIfAny(item.Item.Id, EventValidator.Validate(item.Item));
            Refusal.ThrowIfOther(item.Item.Id, "playerId", item.Item.PlayerId.Value, Player.Value);
        }

        return CountAsync(state => items.Aggregate(state, (sum, item) => Apply(sum, item)));
    }

    public Task OnNextAsync(IList<SequentialItem<MarketEvent>> items)
    {
        foreach (var item in items)
        {
            Refusal.ThrowIfAny(item.Item.Id, EventValidator.Validate(item.Item));
            Refusal.ThrowIfOther(item.Item.Id, "playerId", item.Item.PlayerId.Value, Player.Value);
        }

        return CountAsync(state => items.Aggregate(state, (sum, item) => sum.Apply(item.Item)));
    }

    public Task OnErrorAsync(Exception ex)
    {
        LogStreamFailed(ex, Player);
        return Task.CompletedTask;
    }

    private PlayerAttentionState Apply(PlayerAttentionState state, SequentialItem<PlayerAttention> item)
    {
        var next = state.Apply(item.Item, positions?.Find(item.Token));
        return Math.Max(next.Followers.Count, next.Shortlists.Count) <= PlayerAttentionState.Limit
            ? next
            : throw new EventRefusedException(item.Item.Id, [new("playerId", $"{Player}", $"has the most followers or shortlists that one player may have, {PlayerAttentionState.Limit}")]);
    }

    private async Task CountAsync(Func<PlayerAttentionState, PlayerAttentionState> count)
    {
        try
        {
            var next = count(await _state.EnsureAsync());
            if (ReferenceEquals(next, _state.Value))
            {
                _counting!.Tell(next.Totals, check: false);
                return;
            }

            await _counting!.BeginAsync();
            try
            {
                await _state.WriteAsync(next);
            }
            finally
            {
                _counting.End(_state.Value.Totals, check: false);
            }
        }
        catch (InconsistentStateException conflict)
        {
            LogStateConflict(conflict, Player);
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task<CounterTotals> ReadStoredAsync() => (await new StoredState<PlayerAttentionState>(
        storage, StateName, this.GetGrainId(), PlayerAttentionState.Empty, state => state.Revision).EnsureAsync()).Totals;
}
