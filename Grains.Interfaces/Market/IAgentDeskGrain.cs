using System.Collections.Immutable;
using Orleans.Concurrency;

namespace ShellCorp.Market;

/// <summary>
/// An agent's desk; the identity is the agent's number. Requests that can't be done are refused with a <see cref="MarketRefusedException"/>.
/// A request id names a request: the same sent again is answered as before and changes nothing, another under its id is refused. So whoever
/// doesn't know an outcome sends the request again.
/// </summary>
[Alias("shellcorp.agent-desk")]
public interface IAgentDeskGrain : IGrainWithIntegerKey
{
    /// <summary>The credits that the agent has.</summary>
    [Alias("balance.v1"), ReadOnly]
    Task<long> BalanceAsync(CancellationToken cancellationToken);

    /// <summary>Gives credits to another account.</summary>
    /// <returns>The agent's balance after it.</returns>
    [Alias("transfer.v1")]
    Task<long> TransferAsync(Guid requestId, AccountId to, long credits, CancellationToken cancellationToken);

    /// <summary>Pitches a player whom the agent represents to an open requirement, for the fee. A player is pitched to a requirement once.</summary>
    [Alias("pitch.v1")]
    Task<PitchId> PitchAsync(Guid requestId, PitchDraft draft, CancellationToken cancellationToken);

    /// <summary>The agent's pitches, newest first.</summary>
    /// <param name="before">Only those sent before this one; null for the newest.</param>
    /// <param name="count">How many at most: 1 to 200.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Alias("pitches.v1"), ReadOnly]
    Task<ImmutableArray<Pitch>> PitchesAsync(PitchId? before, int count, CancellationToken cancellationToken);

    /// <summary>Writes to a club.</summary>
    /// <returns>The message's number in the conversation.</returns>
    [Alias("write.v1")]
    Task<long> WriteAsync(Guid requestId, TeamId club, string text, CancellationToken cancellationToken);

    /// <summary>The conversation's messages after a number, oldest first.</summary>
    [Alias("read.v1"), ReadOnly]
    Task<ImmutableArray<MarketMessage>> ReadAsync(TeamId club, long after, int count, CancellationToken cancellationToken);

    /// <summary>Marks the conversation as read up to a number; a marker never goes back.</summary>
    [Alias("mark-read.v1")]
    Task MarkReadAsync(TeamId club, long number, CancellationToken cancellationToken);

    /// <summary>The agent's conversations, ascending by club.</summary>
    [Alias("conversations.v1"), ReadOnly]
    Task<ImmutableArray<Conversation>> ConversationsAsync(CancellationToken cancellationToken);

    /// <summary>Takes an offer on, in turn.</summary>
    /// <returns>The offer as it stands then.</returns>
    [Alias("move-offer.v1")]
    Task<Offer> MoveOfferAsync(Guid requestId, OfferMove move, CancellationToken cancellationToken);

    /// <summary>The agent's offers, newest first.</summary>
    [Alias("offers.v1"), ReadOnly]
    Task<ImmutableArray<Offer>> OffersAsync(OfferId? before, int count, CancellationToken cancellationToken);

    /// <summary>All steps of an offer, oldest first.</summary>
    [Alias("offer-steps.v1"), ReadOnly]
    Task<ImmutableArray<OfferStep>> OfferStepsAsync(OfferId offer, CancellationToken cancellationToken);
}
