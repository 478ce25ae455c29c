using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Grains.Interfaces.Tests.Contracts;

/// <summary>One of each message of the market.</summary>
internal static class MarketSamples
{
    private static readonly DateTimeOffset Moment = new(2026, 8, 1, 15, 0, 7, TimeSpan.Zero);

    private static readonly PitchId Id = new(new("0198a1b2c3d47e5f8a6b7c8d9e0f1a2b"));

    private static readonly RequirementId For = new(new("0198a1b2c3d47e5f8a6b7c8d9e0f1a2c"));

    private static readonly OfferId Offered = new(new("0198a1b2c3d47e5f8a6b7c8d9e0f1a2d"));

    private static readonly MarketPlayer Player = new()
    {
        PlayerId = new(90012), Name = "Mateo Silva", Role = PlayerRole.Forward, Born = new(2001, 5, 17), Foot = Foot.Left, ClubId = new(9002),
    };

    private static readonly PitchDraft Draft = new() { RequirementId = For, PlayerId = new(90012), Price = 1_500_000, Note = "Fast on the left." };

    private static readonly Alert Told = new()
    {
        AlertId = new("0001/rating"), Kind = AlertKind.Form, PlayerId = new(90012), MatchId = new(900001), RequirementId = For, RatingHundredths = 755, At = Moment, IsRead = true,
    };

    public static ImmutableArray<object> All { get; } =
    [
        new AgentId(71), AccountId.Of(new AgentId(71)), Id, For, Draft,
        new AgentProfile { AgentId = new(71), Name = "Ana Ruiz", Agency = "Ruiz & Sons" },
        new ClubProfile { ClubId = new(9001), Name = "Harbour United" },
        Player, new ShortlistEntry { Player = Player, Note = "Watch." },
        new PlayerSearch { Name = "Ma", Role = PlayerRole.Midfielder, MinAge = 17, MaxAge = 23, Foot = Foot.Both, ClubId = new(9001) },
        new RankPlace(712, new(90012)),
        new RankedPlayer { Player = Player, Rating = 731, Form = 712, Season = 2026, SeasonRating = 698, SeasonMatches = 11 },
        Offered, new OfferDraft { PlayerId = new(90012), Deal = Deal.Loan, Fee = 800_000, Note = "For a season." },
        new OfferMove { OfferId = Offered, SeenStep = 2, To = OfferState.Countered, Fee = 900_000, Note = "More." },
        new Offer { OfferId = Offered, ClubId = new(9001), AgentId = new(71), PlayerId = new(90012), Deal = Deal.Loan, Fee = 900_000, State = OfferState.Countered, Step = 3 },
        new OfferStep { Number = 3, By = MarketSide.Agent, State = OfferState.Countered, Fee = 900_000, Note = "More.", At = Moment },
        new Requirement { Role = PlayerRole.Defender, MinAge = 18, MaxAge = 24, Foot = Foot.Right, Budget = 2_000_000, Deal = Deal.Loan },
        new Pitch
        {
            PitchId = Id, AgentId = new(71), ClubId = new(9001), Draft = Draft, State = PitchState.Interested, Feedback = "Call us.", SentAt = Moment,
            ChangedAt = Moment.AddHours(1),
        },
        new MarketMessage { Number = 3, From = MarketSide.Club, Text = "Who?", At = Moment },
        new Conversation { AgentId = new(71), ClubId = new(9001), Latest = 8, ReadTo = 5, Unread = 2 },
        new MarketEvent
        {
            PlayerId = new(90012), Kind = MarketEventKind.PitchSent, Sequence = 4, At = Moment, AgentId = new(71), ClubId = new(9001), PitchId = Id, Price = 1_500_000,
            OfferId = Offered,
        },
        new UserId(3), new DeskId(MarketSide.Club, 9001), new UserProfile { UserId = new(3), Name = "Ida Berg" },
        new UserAccess { User = new() { UserId = new(3), Name = "Ida Berg" }, Desks = [new(MarketSide.Agent, 71)] },
        new PostedRequirement
        {
            RequirementId = For, ClubId = new(9001), Requirement = new() { Role = PlayerRole.Defender, Budget = 2_000_000, Deal = Deal.Loan }, IsOpen = true, At = Moment,
        },
        new Watch { PlayerId = new(90012), ThresholdHundredths = 750 },
        new AlertId("0001/rating"), Told, new AlertPage { Alerts = [Told], Unread = 4 },
        Enum.GetValues<AlertKind>(),
        new MarketRefusedException("price", -1, "must be between 0 and 1000000000000"),
        Enum.GetValues<Foot>(), Enum.GetValues<Deal>(), Enum.GetValues<PitchState>(), Enum.GetValues<MarketSide>(), Enum.GetValues<OfferState>(), Enum.GetValues<RankBy>(),
        Enum.GetValues<MarketEventKind>(),
    ];
}
