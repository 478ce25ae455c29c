using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>A row of the table of offers.</summary>
internal sealed record OfferRow
{
    public string Id { get; init; } = "";

    public long ClubId { get; init; }

    public long AgentId { get; init; }

    public long PlayerId { get; init; }

    public int Deal { get; init; }

    public long Fee { get; init; }

    public int State { get; init; }

    public int Step { get; init; }

    public static OfferRow Of(Offer offer) => new()
    {
        Id = offer.OfferId.ToString(),
        ClubId = offer.ClubId.Value,
        AgentId = offer.AgentId.Value,
        PlayerId = offer.PlayerId.Value,
        Deal = (int)offer.Deal,
        Fee = offer.Fee,
        State = (int)offer.State,
        Step = offer.Step,
    };

    public Offer ToOffer() => new()
    {
        OfferId = new(Guid.Parse(Id)),
        ClubId = new(ClubId),
        AgentId = new(AgentId),
        PlayerId = new(PlayerId),
        Deal = (Deal)Deal,
        Fee = Fee,
        State = (OfferState)State,
        Step = Step,
    };
}
