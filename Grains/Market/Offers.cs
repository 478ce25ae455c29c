using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Offers of clubs for players. Each step is one transaction with its line in the audit trail and its event.</summary>
internal sealed class Offers(IMarketDatabase database, MarketRequests requests)
{
    private const string Columns =
        "SELECT id AS Id, club_id AS ClubId, agent_id AS AgentId, player_id AS PlayerId, deal AS Deal, fee AS Fee, state AS State, step AS Step FROM market_offer";

    public async Task<OfferId> MakeAsync(TeamId club, Guid requestId, OfferDraft draft, CancellationToken cancellationToken)
    {
        new MarketCheck()
            .Id("playerId", draft.PlayerId.Value).Known("deal", draft.Deal).Range("fee", draft.Fee, 0, MarketCheck.MaxMoney).Text("note", draft.Note, 0, 2_000).Done();
        var answer = await requests.OnceAsync(requestId, $"club/{club}", draft, async (session, now) =>
        {
            await Rows.RequireClubAsync(session, club, "club");
            var offer = new Offer
            {
                OfferId = new(now.NewId()), ClubId = club, AgentId = await Rows.AgentOfAsync(session, draft.PlayerId), PlayerId = draft.PlayerId,
                Deal = draft.Deal, Fee = draft.Fee, State = OfferState.Made, Step = 1,
            };
            await session.ExecuteAsync(
                """
                INSERT INTO market_offer (id, club_id, agent_id, player_id, deal, fee, state, step)
                VALUES (@Id, @ClubId, @AgentId, @PlayerId, @Deal, @Fee, @State, @Step)
                """,
                OfferRow.Of(offer));
            await NoteAsync(session, now, offer, MarketSide.Club, draft.Note);
            await AlertNotes.ShortlistedAsync(session, now, AlertKind.PlayerOffered, offer.OfferId.Value, draft.PlayerId, butFor: club);
            return offer.OfferId.ToString();
        }, cancellationToken);
        return new(Guid.Parse(answer));
    }

    /// <summary>Takes an offer on, by one of its sides.</summary>
    public async Task<Offer> MoveAsync(DeskId by, Guid requestId, OfferMove move, CancellationToken cancellationToken)
    {
        var check = new MarketCheck().Id("offerId", move.OfferId.Value).Known("to", move.To).Text("note", move.Note, 0, 2_000);
        if (OfferMoves.NamesFee(move.To))
            check.Range("fee", move.Fee ?? -1, 0, MarketCheck.MaxMoney);
        else if (move.Fee is { } fee)
            check.Refuse("fee", fee, $"stays as it is when an offer is {move.To}");
        check.Done();
        await requests.OnceAsync(requestId, by.ToString(), move, async (session, now) =>
        {
            var moved = Next(await LockAsync(session, by, move.OfferId), by.Side, move);
            await session.ExecuteAsync("UPDATE market_offer SET fee = @Fee, state = @State, step = @Step WHERE id = @Id", OfferRow.Of(moved));
            await NoteAsync(session, now, moved, by.Side, move.Note);
            return moved.OfferId.ToString();
        }, cancellationToken);
        return await database.RunAsync(session => LockAsync(session, by, move.OfferId), cancellationToken);
    }

    public Task<ImmutableArray<Offer>> ListAsync(DeskId desk, OfferId? before, int count, CancellationToken cancellationToken)
    {
        new MarketCheck().Page(count).Done();
        return database.RunAsync(
            async session => (await session.ListAsync<OfferRow>(
                $"{Columns} WHERE {Owner(desk)} = @Number AND id < @Before ORDER BY id DESC LIMIT @count",
                new { desk.Number, Before = before?.ToString() ?? "g", count })).Select(row => row.ToOffer()).ToImmutableArray(),
            cancellationToken);
    }

    public Task<ImmutableArray<OfferStep>> StepsAsync(DeskId desk, OfferId offer, CancellationToken cancellationToken) => database.RunAsync(
        async session => (await session.ListAsync<OfferStepRow>(
            $"""
            SELECT s.number AS Number, s.side AS Side, s.state AS State, s.fee AS Fee, s.note AS Note, s.at AS At
            FROM market_offer_step s JOIN market_offer o ON o.id = s.offer_id WHERE o.id = @Id AND o.{Owner(desk)} = @Number ORDER BY s.number
            """,
            new { Id = offer.ToString(), desk.Number })).Select(row => row.ToStep()).ToImmutableArray(),
        cancellationToken);

    private static string Owner(DeskId desk) => desk.Side == MarketSide.Agent ? "agent_id" : "club_id";

    private static async Task<Offer> LockAsync(IMarketSession session, DeskId by, OfferId offer) =>
        (await session.FindAsync<OfferRow>($"{Columns} WHERE id = @Id AND {Owner(by)} = @Number /*for update*/", new { Id = offer.ToString(), by.Number }))?.ToOffer()
        ?? throw new MarketRefusedException("offerId", offer, $"is unknown to {by}");

    private static Offer Next(Offer offer, MarketSide by, OfferMove move)
    {
        if (offer.Step != move.SeenStep)
            throw new MarketRefusedException("seenStep", move.SeenStep, $"the latest step is {offer.Step}");
        if (!OfferMoves.IsAllowed(offer.State, by, move.To))
            throw new MarketRefusedException("to", move.To, $"an offer that is {offer.State} can't become so by the {by}");
        return offer with { State = move.To, Fee = move.Fee ?? offer.Fee, Step = offer.Step + 1 };
    }

    private static async Task NoteAsync(IMarketSession session, Moment now, Offer offer, MarketSide by, string note)
    {
        await session.ExecuteAsync(
            "INSERT INTO market_offer_step (offer_id, number, side, state, fee, note, at) VALUES (@Id, @Step, @Side, @State, @Fee, @note, @At)",
            new { Id = offer.OfferId.ToString(), offer.Step, Side = (int)by, State = (int)offer.State, offer.Fee, note, now.At });
        await Outbox.AddAsync(session, now, new()
        {
            PlayerId = offer.PlayerId,
            Kind = OfferMoves.EventKind(offer.State),
            AgentId = offer.AgentId,
            ClubId = offer.ClubId,
            OfferId = offer.OfferId,
            Price = offer.Fee,
        });
    }
}
