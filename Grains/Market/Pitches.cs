using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Pitches. Each step is one transaction with its row, its credits and its event.</summary>
internal sealed class Pitches(IMarketDatabase database, MarketRequests requests, IOptions<MarketOptions> options, TimeProvider clock)
{
    private const string Columns =
        """
        SELECT id AS Id, requirement_id AS RequirementId, club_id AS ClubId, agent_id AS AgentId, player_id AS PlayerId, price AS Price,
            note AS Note, state AS State, feedback AS Feedback, sent_at AS SentAt, changed_at AS ChangedAt
        FROM market_pitch

        """;

    public async Task<PitchId> SendAsync(AgentId agent, Guid requestId, PitchDraft draft, CancellationToken cancellationToken)
    {
        new MarketCheck()
            .Id("playerId", draft.PlayerId.Value)
            .Id("requirementId", draft.RequirementId.Value)
            .Range("price", draft.Price, 0, MarketCheck.MaxMoney)
            .Text("note", draft.Note, 0, 2_000)
            .Done();
        var answer = await requests.OnceAsync(requestId, $"agent/{agent}", draft, (session, now) => SendAsync(session, now, agent, draft), cancellationToken);
        return new(Guid.Parse(answer));
    }

    public Task<ImmutableArray<Pitch>> ListAsync(DeskId desk, PitchId? before, int count, CancellationToken cancellationToken)
    {
        new MarketCheck().Page(count).Done();
        return database.RunAsync(
            async session => (await session.ListAsync<PitchRow>(
                $"{Columns} WHERE {(desk.Side == MarketSide.Agent ? "agent_id" : "club_id")} = @Number AND id < @Before ORDER BY id DESC LIMIT @count",
                new { desk.Number, Before = before?.ToString() ?? "g", count })).Select(row => row.ToPitch()).ToImmutableArray(),
            cancellationToken);
    }

    public Task<Pitch> ViewAsync(TeamId club, PitchId pitch, CancellationToken cancellationToken) =>
        MoveAsync(club, pitch, PitchState.Viewed, "", cancellationToken);

    public Task<Pitch> DecideAsync(TeamId club, PitchId pitch, PitchState decision, string feedback, CancellationToken cancellationToken) =>
        decision is PitchState.Interested or PitchState.Declined
            ? MoveAsync(club, pitch, decision, feedback, cancellationToken)
            : throw new MarketRefusedException("decision", decision, "is not a decision; there are Interested and Declined");

    private Task<Pitch> MoveAsync(TeamId club, PitchId pitch, PitchState next, string feedback, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("pitch", pitch.Value).Text("feedback", feedback, 0, 2_000).Done();
        var now = Moment.Of(clock.GetUtcNow());
        return database.RunAsync(
            async session =>
            {
                var row = await session.FindAsync<PitchRow>($"{Columns} WHERE id = @Id AND club_id = @Value /*for update*/", new { Id = pitch.ToString(), club.Value })
                    ?? throw new MarketRefusedException("pitch", pitch, "is unknown to this club");
                if (!PitchMoves.Changes(row.ToPitch(), next, feedback))
                    return row.ToPitch();

                await session.ExecuteAsync(
                    "UPDATE market_pitch SET state = @State, feedback = @feedback, changed_at = @At WHERE id = @Id", new { row.Id, State = (int)next, feedback, now.At });
                var moved = row.ToPitch() with { State = next, Feedback = feedback, ChangedAt = now.Time };
                await NoteAsync(session, now, moved);
                return moved;
            },
            cancellationToken);
    }

    private async Task<string> SendAsync(IMarketSession session, Moment now, AgentId agent, PitchDraft draft)
    {
        await Rows.RequireVerifiedAsync(session, agent);
        await Rows.RequireRepresentedAsync(session, agent, draft.PlayerId);
        var club = await OpenRequirementAsync(session, draft.RequirementId);
        var pitch = new Pitch
        {
            PitchId = new(now.NewId()), AgentId = agent, ClubId = club, Draft = draft, State = PitchState.Sent, SentAt = now.Time, ChangedAt = now.Time,
        };
        if (await session.ExecuteAsync(
                """
                INSERT INTO market_pitch (id, requirement_id, club_id, agent_id, player_id, price, note, state, feedback, sent_at, changed_at)
                VALUES (@Id, @RequirementId, @ClubId, @AgentId, @PlayerId, @Price, @Note, @State, @Feedback, @SentAt, @ChangedAt)
                ON CONFLICT (requirement_id, player_id) DO NOTHING
                """,
                PitchRow.Of(pitch)) == 0)
        {
            throw new MarketRefusedException("playerId", draft.PlayerId, $"was pitched to requirement {draft.RequirementId} before");
        }

        await NoteAsync(session, now, pitch);
        await AlertNotes.ShortlistedAsync(session, now, AlertKind.PlayerPitched, pitch.PitchId.Value, draft.PlayerId, butFor: club);
        // Last, since accounts are what many wait for.
        await Ledger.MoveAsync(session, now, AccountId.Of(agent).Value, Ledger.House(agent), options.Value.PitchFee, $"pitch/{pitch.PitchId}");
        return pitch.PitchId.ToString();
    }

    private static async Task<TeamId> OpenRequirementAsync(IMarketSession session, RequirementId requirement)
    {
        var row = await session.FindAsync<OpenRequirement>(
            "SELECT club_id AS ClubId, is_open AS IsOpen FROM market_requirement WHERE id = @Id /*for share*/", new { Id = requirement.ToString() })
            ?? throw new MarketRefusedException("requirementId", requirement, "is unknown");
        return row.IsOpen == 1 ? new(row.ClubId) : throw new MarketRefusedException("requirementId", requirement, "is closed");
    }

    private static async Task NoteAsync(IMarketSession session, Moment now, Pitch pitch)
    {
        await session.ExecuteAsync(
            "INSERT INTO market_pitch_step (pitch_id, state, at) VALUES (@Id, @State, @At)", new { Id = pitch.PitchId.ToString(), State = (int)pitch.State, now.At });
        await Outbox.AddAsync(session, now, new()
        {
            PlayerId = pitch.Draft.PlayerId,
            Kind = PitchMoves.EventKind(pitch.State),
            AgentId = pitch.AgentId,
            ClubId = pitch.ClubId,
            PitchId = pitch.PitchId,
            Price = pitch.Draft.Price,
        });
    }

    private sealed record OpenRequirement
    {
        public long ClubId { get; init; }

        public int IsOpen { get; init; }
    }
}
