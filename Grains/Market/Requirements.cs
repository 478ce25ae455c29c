using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>What clubs are looking for, and who meets it.</summary>
internal sealed class Requirements(IMarketDatabase database, MarketRequests requests, TimeProvider clock)
{
    private const int YoungestAge = 14;
    private const int OldestAge = 60;

    public async Task<RequirementId> AddAsync(TeamId club, Guid requestId, Requirement requirement, CancellationToken cancellationToken)
    {
        var check = new MarketCheck()
            .Known("role", requirement.Role).Known("foot", requirement.Foot).Known("deal", requirement.Deal)
            .Range("minAge", requirement.MinAge, YoungestAge, OldestAge).Range("maxAge", requirement.MaxAge, YoungestAge, OldestAge)
            .Range("budget", requirement.Budget, 0, MarketCheck.MaxMoney);
        if (requirement.MinAge > requirement.MaxAge)
            check.Refuse("minAge", requirement.MinAge, $"is above maxAge, {requirement.MaxAge}");
        check.Done();
        var answer = await requests.OnceAsync(requestId, $"club/{club}", requirement, async (session, now) =>
        {
            await Rows.RequireClubAsync(session, club, "club");
            var row = RequirementRow.Of(new(now.NewId()), club, requirement, now.At);
            await session.ExecuteAsync(
                """
                INSERT INTO market_requirement (id, club_id, role, min_age, max_age, foot, budget, deal, is_open, at)
                VALUES (@Id, @ClubId, @Role, @MinAge, @MaxAge, @Foot, @Budget, @Deal, 1, @At)
                """,
                row);
            await AlertNotes.RequiredAsync(session, now, row);
            return row.Id;
        }, cancellationToken);
        return new(Guid.Parse(answer));
    }

    public Task CloseAsync(TeamId club, RequirementId requirement, CancellationToken cancellationToken) => database.RunAsync(
        async session => await session.ExecuteAsync(
            "UPDATE market_requirement SET is_open = 0 WHERE id = @Id AND club_id = @Value", new { Id = requirement.ToString(), club.Value }) > 0
            ? true
            : throw Unknown(requirement),
        cancellationToken);

    public Task<ImmutableArray<PostedRequirement>> ListAsync(TeamId club, RequirementId? before, int count, CancellationToken cancellationToken)
    {
        new MarketCheck().Page(count).Done();
        return database.RunAsync(
            async session => (await session.ListAsync<RequirementRow>(
                $"SELECT {RequirementRow.Columns} FROM market_requirement r WHERE r.club_id = @Club AND r.id < @Before ORDER BY r.id DESC LIMIT @count",
                new { Club = club.Value, Before = before?.ToString() ?? "g", count })).Select(row => row.ToPosted()).ToImmutableArray(),
            cancellationToken);
    }

    public Task<ImmutableArray<MarketPlayer>> MatchingAsync(
        TeamId club, RequirementId requirement, PlayerId? after, int count, CancellationToken cancellationToken)
    {
        new MarketCheck().Page(count).Done();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return database.RunAsync(
            async session =>
            {
                var wanted = await session.FindAsync<RequirementRow>(
                    $"SELECT {RequirementRow.Columns} FROM market_requirement r WHERE r.id = @Id AND r.club_id = @Value",
                    new { Id = requirement.ToString(), club.Value }) ?? throw Unknown(requirement);
                var players = await session.ListAsync<PlayerRow>(
                    $"SELECT {PlayerRow.Columns} FROM market_player p WHERE {PlayerMatching.Players} AND p.id > @After ORDER BY p.id LIMIT @count",
                    new
                    {
                        wanted.Role,
                        wanted.Foot,
                        wanted.ClubId,
                        BornAfter = PlayerMatching.BornAfter(today, wanted.MaxAge),
                        BornBy = PlayerMatching.BornBy(today, wanted.MinAge),
                        After = after?.Value ?? 0,
                        count,
                    });
                return players.Select(player => player.ToPlayer()).ToImmutableArray();
            },
            cancellationToken);
    }

    private static MarketRefusedException Unknown(RequirementId requirement) => new("requirement", requirement, "is unknown to this club");
}
