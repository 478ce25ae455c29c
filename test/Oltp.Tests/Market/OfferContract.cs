using CsCheck;
using ShellCorp.Market;

namespace ShellCorp.Oltp.Tests.Market;

public abstract class OfferContract : MarketContract
{
    [Fact]
    public async Task An_offer_goes_back_and_forth_and_every_step_stays_to_be_read()
    {
        await using var scene = await SceneAsync();
        var (agent, club, offer) = await OfferedAsync(scene);

        await scene.Offers.MoveAsync(DeskId.Of(agent), Guid.NewGuid(), new() { OfferId = offer, SeenStep = 1, To = OfferState.Countered, Fee = 900, Note = "More." }, default);
        await scene.Offers.MoveAsync(DeskId.Of(club), Guid.NewGuid(), new() { OfferId = offer, SeenStep = 2, To = OfferState.Made, Fee = 800 }, default);
        var accepted = await scene.Offers.MoveAsync(DeskId.Of(agent), Guid.NewGuid(), new() { OfferId = offer, SeenStep = 3, To = OfferState.Accepted }, default);

        Assert.Equal((OfferState.Accepted, 800, 4), (accepted.State, accepted.Fee, accepted.Step));
        Assert.Equal(
            [(1, MarketSide.Club, OfferState.Made, 700, "First."), (2, MarketSide.Agent, OfferState.Countered, 900, "More."), (3, MarketSide.Club, OfferState.Made, 800, ""), (4, MarketSide.Agent, OfferState.Accepted, 800, "")],
            (await scene.Offers.StepsAsync(DeskId.Of(agent), offer, default)).Select(step => (step.Number, step.By, step.State, step.Fee, step.Note)));
        Assert.Equal(["offer-made", "offer-countered", "offer-made", "offer-accepted"], await KindsAsync(scene));
        Assert.Equal(accepted, Assert.Single(await scene.Offers.ListAsync(DeskId.Of(club), null, 10, default)));
    }

    [Fact]
    public async Task A_move_on_what_has_changed_since_is_refused()
    {
        await using var scene = await SceneAsync();
        var (agent, club, offer) = await OfferedAsync(scene);
        await scene.Offers.MoveAsync(DeskId.Of(agent), Guid.NewGuid(), new() { OfferId = offer, SeenStep = 1, To = OfferState.Countered, Fee = 900 }, default);

        await RefusedAsync(scene, "seenStep", () => scene.Offers.MoveAsync(
            DeskId.Of(club), Guid.NewGuid(), new() { OfferId = offer, SeenStep = 1, To = OfferState.Withdrawn }, default));
    }

    [Fact]
    public async Task Of_moves_made_at_once_one_holds_and_one_sent_again_is_that_one()
    {
        await using var scene = await SceneAsync();
        var (agent, club, offer) = await OfferedAsync(scene);
        var request = Guid.NewGuid();
        var accept = new OfferMove { OfferId = offer, SeenStep = 1, To = OfferState.Accepted };

        var refused = await TogetherAsync(Enumerable.Range(0, 12).Select(index => (Func<Task>)(index % 2 == 0
            ? () => scene.Offers.MoveAsync(DeskId.Of(agent), request, accept, default)
            : () => scene.Offers.MoveAsync(DeskId.Of(club), Guid.NewGuid(), accept with { To = OfferState.Withdrawn }, default))));

        var steps = await scene.Offers.StepsAsync(DeskId.Of(club), offer, default);
        Assert.Equal(2, steps.Length);
        // Either all repeats of the accept were answered alike and every withdrawal refused, or one withdrawal held and everything else was refused.
        Assert.Equal(steps[1].State == OfferState.Accepted ? 6 : 11, refused);
    }

    [Fact]
    public async Task Any_sequence_of_moves_goes_the_way_of_the_state_machine()
    {
        await using var scene = await SceneAsync();
        var round = 0;
        await Gen.Select(Gen.Bool, Gen.Int[1, 5], Gen.Int[0, 1]).Array[1, 8].SampleAsync(async moves =>
        {
            var (agent, club, offer) = await OfferedAsync(scene, ++round);
            var (state, fee, step) = (OfferState.Made, 700L, 1);
            foreach (var (byAgent, next, behind) in moves)
            {
                var to = (OfferState)next;
                var (turn, named) = (Turn(state, to), to is OfferState.Made or OfferState.Countered ? 700L + step : (long?)null);
                var allowed = behind == 0 && turn == (byAgent ? MarketSide.Agent : MarketSide.Club);
                try
                {
                    await scene.Offers.MoveAsync(
                        byAgent ? DeskId.Of(agent) : DeskId.Of(club), Guid.NewGuid(),
                        new() { OfferId = offer, SeenStep = step - behind, To = to, Fee = named }, default);
                    Assert.True(allowed, $"{state} became {to} by the {(byAgent ? "agent" : "club")}");
                    (state, fee, step) = (to, named ?? fee, step + 1);
                }
                catch (MarketRefusedException refused)
                {
                    Assert.False(allowed, refused.Message);
                }
            }

            var last = (await scene.Offers.StepsAsync(DeskId.Of(agent), offer, default))[^1];
            Assert.Equal((state, fee, step), (last.State, last.Fee, last.Number));
        }, iter: 40, threads: 1);

        static MarketSide? Turn(OfferState from, OfferState to) => (from, to) switch
        {
            (OfferState.Made, OfferState.Countered or OfferState.Accepted or OfferState.Rejected) => MarketSide.Agent,
            (OfferState.Made or OfferState.Countered, OfferState.Withdrawn) => MarketSide.Club,
            (OfferState.Countered, OfferState.Made or OfferState.Accepted) => MarketSide.Club,
            _ => null,
        };
    }

    [Fact]
    public async Task An_offer_or_move_that_makes_no_sense_is_refused_and_nothing_is_written()
    {
        await using var scene = await SceneAsync();
        var (agent, club, offer) = await OfferedAsync(scene);
        var free = await scene.PlayerAsync(900);
        var draft = new OfferDraft { PlayerId = new(101), Deal = Deal.Buy, Fee = 1 };
        foreach (var (field, bad) in new (string, OfferDraft)[]
        {
            ("fee", draft with { Fee = -1 }), ("fee", draft with { Fee = long.MaxValue }), ("deal", draft with { Deal = (Deal)7 }), ("note", draft with { Note = "\0" }),
            ("note", draft with { Note = new('x', 2_001) }), ("player", draft with { PlayerId = new(999) }), ("player", draft with { PlayerId = free }), ("playerId", draft with { PlayerId = default }),
        })
        {
            await RefusedAsync(scene, field, () => scene.Offers.MakeAsync(club, Guid.NewGuid(), bad, default));
        }

        await RefusedAsync(scene, "club", () => scene.Offers.MakeAsync(new(99), Guid.NewGuid(), draft, default));
        var move = new OfferMove { OfferId = offer, SeenStep = 1, To = OfferState.Accepted };
        foreach (var (field, bad) in new (string, OfferMove)[]
        {
            ("fee", move with { Fee = 5 }), ("fee", move with { To = OfferState.Countered }), ("fee", move with { To = OfferState.Countered, Fee = -1 }),
            ("to", move with { To = (OfferState)9 }), ("to", move with { To = OfferState.Withdrawn }), ("offerId", move with { OfferId = new(Guid.NewGuid()) }), ("note", move with { Note = "\ud800" }),
        })
        {
            await RefusedAsync(scene, field, () => scene.Offers.MoveAsync(DeskId.Of(agent), Guid.NewGuid(), bad, default));
        }

        await RefusedAsync(scene, "offerId", () => scene.Offers.MoveAsync(DeskId.Of(new AgentId(agent.Value + 1)), Guid.NewGuid(), move, default));
    }

    private static async Task<(AgentId Agent, TeamId Club, OfferId Offer)> OfferedAsync(MarketScene scene, long number = 1)
    {
        var (agent, club) = (await scene.AgentAsync(number), await scene.ClubAsync(number));
        var player = await scene.PlayerAsync(100 + number, agent);
        return (agent, club, await scene.Offers.MakeAsync(club, Guid.NewGuid(), new() { PlayerId = player, Deal = Deal.Buy, Fee = 700, Note = "First." }, default));
    }

    private static Task<IReadOnlyList<string>> KindsAsync(MarketScene scene) =>
        scene.Database.RunAsync(session => session.ListAsync<string>("SELECT kind FROM market_outbox ORDER BY key, sequence", new { }), default);
}
