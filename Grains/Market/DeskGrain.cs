using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>What the desks of agents and of clubs have in common. Desks hold nothing: all of it is in the database.</summary>
internal abstract class DeskGrain(MarketSide side, DeskParts parts) : Grain, IMarketDeskGrain
{
    protected DeskId Desk => new(side, this.GetPrimaryKeyLong());

    public Task<long> BalanceAsync(CancellationToken cancellationToken) => parts.Accounts.BalanceAsync(AccountId.Of(Desk), cancellationToken);

    public Task<long> TransferAsync(Guid requestId, AccountId to, long credits, CancellationToken cancellationToken) =>
        parts.Accounts.TransferAsync(AccountId.Of(Desk), requestId, to, credits, cancellationToken);

    public Task<ImmutableArray<Pitch>> PitchesAsync(PitchId? before, int count, CancellationToken cancellationToken) =>
        parts.Pitches.ListAsync(Desk, before, count, cancellationToken);

    public Task<long> WriteAsync(Guid requestId, DeskId to, string text, CancellationToken cancellationToken) =>
        parts.Messages.WriteAsync(Desk, to, requestId, text, cancellationToken);

    public Task<ImmutableArray<MarketMessage>> ReadAsync(DeskId with, long after, int count, CancellationToken cancellationToken) =>
        parts.Messages.ReadAsync(Desk, with, after, count, cancellationToken);

    public Task MarkReadAsync(DeskId with, long number, CancellationToken cancellationToken) =>
        parts.Messages.MarkReadAsync(Desk, with, number, cancellationToken);

    public Task<ImmutableArray<Conversation>> ConversationsAsync(DeskId? after, int count, CancellationToken cancellationToken) =>
        parts.Messages.ListAsync(Desk, after, count, cancellationToken);

    public Task<Offer> MoveOfferAsync(Guid requestId, OfferMove move, CancellationToken cancellationToken) =>
        parts.Offers.MoveAsync(Desk, requestId, move, cancellationToken);

    public Task<ImmutableArray<Offer>> OffersAsync(OfferId? before, int count, CancellationToken cancellationToken) =>
        parts.Offers.ListAsync(Desk, before, count, cancellationToken);

    public Task<ImmutableArray<OfferStep>> OfferStepsAsync(OfferId offer, CancellationToken cancellationToken) =>
        parts.Offers.StepsAsync(Desk, offer, cancellationToken);

    public Task WatchAsync(Watch watch, CancellationToken cancellationToken) => parts.Watches.AddAsync(Desk, watch, cancellationToken);

    public Task UnwatchAsync(PlayerId player, CancellationToken cancellationToken) => parts.Watches.RemoveAsync(Desk, player, cancellationToken);

    public Task<ImmutableArray<Watch>> WatchesAsync(PlayerId? after, int count, CancellationToken cancellationToken) =>
        parts.Watches.ListAsync(Desk, after, count, cancellationToken);

    public Task<AlertPage> AlertsAsync(AlertId? before, int count, CancellationToken cancellationToken) =>
        parts.Alerts.ListAsync(Desk, before, count, cancellationToken);

    public Task MarkAlertsReadAsync(ImmutableArray<AlertId> alerts, CancellationToken cancellationToken) =>
        parts.Alerts.MarkReadAsync(Desk, alerts, cancellationToken);
}
