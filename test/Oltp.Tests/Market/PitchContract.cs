using CsCheck;
using ShellCorp.Market;

namespace ShellCorp.Oltp.Tests.Market;

public abstract class PitchContract : MarketContract
{
    [Fact]
    public async Task A_pitch_is_its_row_its_fee_and_its_event_together()
    {
        await using var scene = await SceneAsync();
        var (agent, club) = (await scene.AgentAsync(1, credits: 100), await scene.ClubAsync(5));
        var player = await scene.PlayerAsync(7, agent);
        var draft = MarketScene.Draft(await scene.RequirementAsync(club), player);

        var id = await scene.Pitches.SendAsync(agent, Guid.NewGuid(), draft, default);

        var pitch = Assert.Single(await scene.Pitches.ListAsync(DeskId.Of(club), null, 10, default));
        Assert.Equal(new Pitch { PitchId = id, AgentId = agent, ClubId = club, Draft = draft, State = PitchState.Sent, SentAt = scene.Clock.GetUtcNow(), ChangedAt = scene.Clock.GetUtcNow() }, pitch);
        Assert.Equal(100 - MarketScene.Fee, await scene.BalanceAsync(agent));
        var sent = Assert.Single(await OutboxAsync(scene));
        Assert.Equal((7, 1, "market/7/1", "pitch-sent"), (sent.Key, sent.Sequence, sent.Id, sent.Kind));
        Assert.Equal(
            $$"""{"playerId":7,"kind":"pitch-sent","sequence":1,"at":"2026-07-01T12:00:00Z","agentId":1,"clubId":5,"pitchId":"{{id}}","price":500000}""", sent.Body);
        await scene.AssertBooksAsync();
    }

    [Fact]
    public async Task A_pitch_sent_again_is_the_same_pitch()
    {
        await using var scene = await SceneAsync();
        var (agent, club) = (await scene.AgentAsync(1, credits: 100), await scene.ClubAsync(5));
        var draft = MarketScene.Draft(await scene.RequirementAsync(club), await scene.PlayerAsync(7, agent));
        var request = Guid.NewGuid();

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.Pitches.SendAsync(agent, request, draft, default))));

        Assert.Single(ids.Distinct());
        Assert.Equal(100 - MarketScene.Fee, await scene.BalanceAsync(agent));
        Assert.Single(await OutboxAsync(scene));
    }

    [Fact]
    public async Task A_pitch_without_right_or_means_is_refused_and_nothing_is_written()
    {
        await using var scene = await SceneAsync();
        var (agent, poor, unverified) = (await scene.AgentAsync(1, credits: 100), await scene.AgentAsync(2, credits: MarketScene.Fee - 1), await scene.AgentAsync(3, credits: 100, verified: false));
        var club = await scene.ClubAsync(5);
        var (own, others, free) = (await scene.PlayerAsync(7, agent), await scene.PlayerAsync(8, poor), await scene.PlayerAsync(9));
        var (open, closed) = (await scene.RequirementAsync(club), await scene.RequirementAsync(club));
        await scene.Requirements.CloseAsync(club, closed, default);
        await scene.Pitches.SendAsync(agent, Guid.NewGuid(), MarketScene.Draft(open, own), default);

        await AssertAsync("player", agent, MarketScene.Draft(open, others));
        await AssertAsync("player", agent, MarketScene.Draft(open, free));
        await AssertAsync("player", agent, MarketScene.Draft(open, new(99)));
        await AssertAsync("playerId", agent, MarketScene.Draft(open, new(-1)));
        await AssertAsync("playerId", agent, MarketScene.Draft(open, own));
        await AssertAsync("account", poor, MarketScene.Draft(open, others));
        await AssertAsync("agent", unverified, MarketScene.Draft(open, own));
        await AssertAsync("agent", new(99), MarketScene.Draft(open, own));
        await AssertAsync("requirementId", agent, MarketScene.Draft(closed, own));
        await AssertAsync("requirementId", agent, MarketScene.Draft(new(Guid.NewGuid()), own));
        await AssertAsync("requirementId", agent, MarketScene.Draft(default, own));
        foreach (var (field, draft) in BadDrafts(MarketScene.Draft(open, own)))
            await AssertAsync(field, agent, draft);

        Task AssertAsync(string field, AgentId who, PitchDraft draft) => RefusedAsync(scene, field, () => scene.Pitches.SendAsync(who, Guid.NewGuid(), draft, default));
    }

    [Fact]
    public async Task Texts_are_kept_as_they_are_written()
    {
        await using var scene = await SceneAsync();
        var (agent, club) = (await scene.AgentAsync(1, credits: 100), await scene.ClubAsync(5));
        const string Note = "'; DROP TABLE market_pitch; -- \"quoted\" \\ % _ @Id ⚽👨‍👩‍👧 Łódź\n\tнападающий";
        var draft = MarketScene.Draft(await scene.RequirementAsync(club), await scene.PlayerAsync(7, agent)) with { Note = Note };

        await scene.Pitches.SendAsync(agent, Guid.NewGuid(), draft, default);

        Assert.Equal(Note, Assert.Single(await scene.Pitches.ListAsync(DeskId.Of(agent), null, 10, default)).Draft.Note);
    }

    [Fact]
    public async Task Agents_who_pitch_at_once_all_pay_and_events_of_a_player_have_no_gaps()
    {
        await using var scene = await SceneAsync();
        var club = await scene.ClubAsync(5);
        var agents = new List<(AgentId Agent, PlayerId Player)>();
        for (var id = 1; id <= 6; id++)
            agents.Add((await scene.AgentAsync(id, credits: 45), await scene.PlayerAsync(100 + id, new AgentId(id))));
        var requirements = new List<RequirementId>();
        for (var index = 0; index < 6; index++)
            requirements.Add(await scene.RequirementAsync(club));

        // 45 credits pay for four of the six.
        var refused = await TogetherAsync(from agent in agents from requirement in requirements select (Func<Task>)(
            () => scene.Pitches.SendAsync(agent.Agent, Guid.NewGuid(), MarketScene.Draft(requirement, agent.Player), default)));

        Assert.Equal(12, refused);
        await scene.AssertBooksAsync();
        Assert.Equal(24, (await scene.Pitches.ListAsync(DeskId.Of(club), null, 200, default)).Length);
        Assert.All((await OutboxAsync(scene)).GroupBy(sent => sent.Key), key => Assert.Equal([1, 2, 3, 4], key.Select(sent => sent.Sequence)));
    }

    [Fact]
    public async Task Any_sequence_of_steps_goes_the_way_of_the_state_machine()
    {
        await using var scene = await SceneAsync();
        var (agent, club) = (await scene.AgentAsync(1, credits: 10_000), await scene.ClubAsync(5));
        var player = await scene.PlayerAsync(7, agent);
        var steps = Gen.Select(Gen.Int[0, 2], Gen.Bool.Select(thanks => thanks ? "Thanks." : ""));
        await steps.Array[1, 6].SampleAsync(async moves =>
        {
            var id = await scene.Pitches.SendAsync(agent, Guid.NewGuid(), MarketScene.Draft(await scene.RequirementAsync(club), player), default);
            var (state, feedback, events) = (PitchState.Sent, "", 1);
            foreach (var (move, text) in moves)
            {
                var next = (PitchState)(move + 2);
                var same = next == PitchState.Viewed ? state != PitchState.Sent : state == next && feedback == text;
                var allowed = same || (state, next) is (PitchState.Sent, PitchState.Viewed) or (PitchState.Viewed, PitchState.Interested or PitchState.Declined);
                try
                {
                    var pitch = next == PitchState.Viewed ? await scene.Pitches.ViewAsync(club, id, default) : await scene.Pitches.DecideAsync(club, id, next, text, default);
                    Assert.True(allowed, $"{state} became {next}");
                    if (!same)
                        (state, feedback, events) = (next, next == PitchState.Viewed ? "" : text, events + 1);
                    Assert.Equal((state, feedback), (pitch.State, pitch.Feedback));
                }
                catch (MarketRefusedException refused)
                {
                    Assert.False(allowed, refused.Message);
                }
            }

            var steps = await scene.Database.RunAsync(session => session.FindAsync<long>(
                "SELECT count(*) FROM market_pitch_step WHERE pitch_id = @Id", new { Id = id.ToString() }), default);
            Assert.Equal(events, steps);
        }, iter: 40, threads: 1);
    }

    [Fact]
    public async Task Of_decisions_made_at_once_one_holds()
    {
        await using var scene = await SceneAsync();
        var (agent, club) = (await scene.AgentAsync(1, credits: 100), await scene.ClubAsync(5));
        var id = await scene.Pitches.SendAsync(agent, Guid.NewGuid(), MarketScene.Draft(await scene.RequirementAsync(club), await scene.PlayerAsync(7, agent)), default);
        await scene.Pitches.ViewAsync(club, id, default);

        var refused = await TogetherAsync(Enumerable.Range(0, 10).Select(index => (Func<Task>)(
            () => scene.Pitches.DecideAsync(club, id, index % 2 == 0 ? PitchState.Interested : PitchState.Declined, $"{index}", default))));

        Assert.Equal(9, refused);
        Assert.Equal(3, (await OutboxAsync(scene)).Count);
    }

    [Fact]
    public async Task A_club_meets_its_own_pitches_only()
    {
        await using var scene = await SceneAsync();
        var (agent, club, other) = (await scene.AgentAsync(1, credits: 100), await scene.ClubAsync(5), await scene.ClubAsync(6));
        var id = await scene.Pitches.SendAsync(agent, Guid.NewGuid(), MarketScene.Draft(await scene.RequirementAsync(club), await scene.PlayerAsync(7, agent)), default);

        await RefusedAsync(scene, "pitch", () => scene.Pitches.ViewAsync(other, id, default));
        await RefusedAsync(scene, "decision", () => scene.Pitches.DecideAsync(club, id, PitchState.Sent, "", default));
        Assert.Empty(await scene.Pitches.ListAsync(DeskId.Of(other), null, 10, default));
    }

    [Fact]
    public async Task Pages_of_pitches_hold_each_once_newest_first()
    {
        await using var scene = await SceneAsync();
        var (agent, club) = (await scene.AgentAsync(1, credits: 1_000), await scene.ClubAsync(5));
        var player = await scene.PlayerAsync(7, agent);
        var sent = new List<PitchId>();
        for (var index = 0; index < 11; index++)
        {
            scene.Clock.Advance(TimeSpan.FromMilliseconds(1));
            sent.Add(await scene.Pitches.SendAsync(agent, Guid.NewGuid(), MarketScene.Draft(await scene.RequirementAsync(club), player), default));
        }

        var pages = new List<PitchId>();
        for (PitchId? before = null; ; before = pages[^1])
        {
            var page = await scene.Pitches.ListAsync(DeskId.Of(agent), before, 4, default);
            if (page.IsEmpty)
                break;
            pages.AddRange(page.Select(pitch => pitch.PitchId));
        }

        Assert.Equal(Enumerable.Reverse(sent), pages);
        await RefusedAsync(scene, "count", () => scene.Pitches.ListAsync(DeskId.Of(agent), null, 0, default));
        await RefusedAsync(scene, "count", () => scene.Pitches.ListAsync(DeskId.Of(agent), null, 201, default));
    }

    private static IEnumerable<(string Field, PitchDraft Draft)> BadDrafts(PitchDraft good) =>
    [
        ("price", good with { Price = -1 }),
        ("price", good with { Price = long.MaxValue }),
        ("note", good with { Note = null! }),
        ("note", good with { Note = new('x', 2_001) }),
        ("note", good with { Note = "a\0b" }),
        ("note", good with { Note = "\u001b[31m" }),
        ("note", good with { Note = "\ud83d" }),
        ("note", good with { Note = "x\udc00" }),
    ];

    private static Task<IReadOnlyList<OutboxLine>> OutboxAsync(MarketScene scene) => scene.Database.RunAsync(session => session.ListAsync<OutboxLine>(
        "SELECT key AS Key, sequence AS Sequence, id AS Id, kind AS Kind, body AS Body FROM market_outbox ORDER BY key, sequence", new { }), default);

    private sealed record OutboxLine
    {
        public long Key { get; init; }

        public long Sequence { get; init; }

        public string Id { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Body { get; init; } = "";
    }
}
