using System.Collections.Immutable;
using Orleans.Concurrency;

namespace ShellCorp.Market;

/// <summary>
/// What the desks of agents and of clubs have in common. Requests that can't be done are refused with a <see cref="MarketRefusedException"/>.
/// A request id names a request: the same sent again is answered as before and changes nothing, another under its id is refused. So whoever
/// doesn't know an outcome sends the request again; ids are remembered for <c>ShellCorp:Market:RequestRetention</c>.
/// Pages hold 1 to 200 items and begin after the last one of the page before.
/// </summary>
[Alias("shellcorp.market-desk")]
public interface IMarketDeskGrain : IGrainWithIntegerKey
{
    /// <summary>The credits that the desk has.</summary>
    [Alias("balance.v1"), ReadOnly]
    Task<long> BalanceAsync(CancellationToken cancellationToken);

    /// <summary>Gives credits to another account.</summary>
    /// <returns>The desk's balance after it.</returns>
    [Alias("transfer.v1")]
    Task<long> TransferAsync(Guid requestId, AccountId to, long credits, CancellationToken cancellationToken);

    /// <summary>The pitches that an agent sent, or that a club got, newest first.</summary>
    /// <param name="before">Only those sent before this one; null for the newest.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Alias("pitches.v1"), ReadOnly]
    Task<ImmutableArray<Pitch>> PitchesAsync(PitchId? before, int count, CancellationToken cancellationToken);

    /// <summary>Writes to a desk of the other side.</summary>
    /// <returns>The message's number in the conversation.</returns>
    [Alias("write.v1")]
    Task<long> WriteAsync(Guid requestId, DeskId to, string text, CancellationToken cancellationToken);

    /// <summary>The messages of a conversation after a number, oldest first.</summary>
    [Alias("read.v1"), ReadOnly]
    Task<ImmutableArray<MarketMessage>> ReadAsync(DeskId with, long after, int count, CancellationToken cancellationToken);

    /// <summary>Marks a conversation as read up to a number; a marker never goes back.</summary>
    [Alias("mark-read.v1")]
    Task MarkReadAsync(DeskId with, long number, CancellationToken cancellationToken);

    /// <summary>The desk's conversations, ascending by the other side's number.</summary>
    /// <param name="after">Only those with desks after this one; null for the first.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Alias("conversations.v1"), ReadOnly]
    Task<ImmutableArray<Conversation>> ConversationsAsync(DeskId? after, int count, CancellationToken cancellationToken);

    /// <summary>Takes an offer on, in turn.</summary>
    /// <returns>The offer as it stands then.</returns>
    [Alias("move-offer.v1")]
    Task<Offer> MoveOfferAsync(Guid requestId, OfferMove move, CancellationToken cancellationToken);

    /// <summary>The desk's offers, newest first.</summary>
    [Alias("offers.v1"), ReadOnly]
    Task<ImmutableArray<Offer>> OffersAsync(OfferId? before, int count, CancellationToken cancellationToken);

    /// <summary>All steps of an offer, oldest first.</summary>
    [Alias("offer-steps.v1"), ReadOnly]
    Task<ImmutableArray<OfferStep>> OfferStepsAsync(OfferId offer, CancellationToken cancellationToken);

    /// <summary>Watches a player's live ratings, or changes the threshold.</summary>
    [Alias("watch.v1")]
    Task WatchAsync(Watch watch, CancellationToken cancellationToken);

    /// <summary>Watches a player no more; one who isn't watched changes nothing.</summary>
    [Alias("unwatch.v1")]
    Task UnwatchAsync(PlayerId player, CancellationToken cancellationToken);

    /// <summary>Whom the desk watches, ascending by player.</summary>
    [Alias("watches.v1"), ReadOnly]
    Task<ImmutableArray<Watch>> WatchesAsync(PlayerId? after, int count, CancellationToken cancellationToken);

    /// <summary>The desk's alerts, newest first. They are kept for <c>ShellCorp:Market:AlertRetention</c>.</summary>
    [Alias("alerts.v1"), ReadOnly]
    Task<AlertPage> AlertsAsync(AlertId? before, int count, CancellationToken cancellationToken);

    /// <summary>Marks alerts as read, at most 200; ids that aren't the desk's change nothing.</summary>
    [Alias("mark-alerts-read.v1")]
    Task MarkAlertsReadAsync(ImmutableArray<AlertId> alerts, CancellationToken cancellationToken);
}
