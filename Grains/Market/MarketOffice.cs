using System.Globalization;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Who takes part, and where credits come from.</summary>
internal sealed class MarketOffice(IMarketDatabase database, MarketRequests requests, TimeProvider clock)
{
    private static readonly DateOnly EarliestBirth = new(1940, 1, 1);

    public Task SaveAgentAsync(AgentProfile agent, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("agentId", agent.AgentId.Value).Name("name", agent.Name).Text("agency", agent.Agency, 0, 100, breaks: false).Done();
        return database.RunAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    """
                    INSERT INTO market_agent (id, name, agency) VALUES (@Value, @Name, @Agency)
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name, agency = excluded.agency
                    """,
                    new { agent.AgentId.Value, agent.Name, agent.Agency });
                await Ledger.OpenAsync(session, AccountId.Of(agent.AgentId));
                return true;
            },
            cancellationToken);
    }

    public Task SaveClubAsync(ClubProfile club, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("clubId", club.ClubId.Value).Name("name", club.Name).Done();
        return database.RunAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    "INSERT INTO market_club (id, name) VALUES (@Value, @Name) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                    new { club.ClubId.Value, club.Name });
                await Ledger.OpenAsync(session, AccountId.Of(club.ClubId));
                return true;
            },
            cancellationToken);
    }

    public Task SavePlayerAsync(MarketPlayer player, CancellationToken cancellationToken)
    {
        var now = Moment.Of(clock.GetUtcNow());
        var check = new MarketCheck().Id("playerId", player.PlayerId.Value).Name("name", player.Name).Known("role", player.Role).Known("foot", player.Foot);
        if (player.Born < EarliestBirth || player.Born > now.Day)
            check.Refuse("born", player.Born.ToString("O", CultureInfo.InvariantCulture), $"must be between {EarliestBirth:O} and today");
        check.Done();
        return database.RunAsync(
            async session =>
            {
                if (player.ClubId is { } club)
                    await Rows.RequireClubAsync(session, club, "clubId");
                var before = await PlayerRow.FindAsync(session, player.PlayerId, "/*for update*/");
                await session.ExecuteAsync(
                    """
                    INSERT INTO market_player (id, name, name_folded, role, born, foot, club_id) VALUES (@Id, @Name, @Folded, @Role, @Born, @Foot, @Club)
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_folded = excluded.name_folded, role = excluded.role, born = excluded.born,
                        foot = excluded.foot, club_id = excluded.club_id
                    """,
                    new { Id = player.PlayerId.Value, player.Name, Folded = PlayerSearches.Fold(player.Name), Role = (int)player.Role, Born = player.Born.DayNumber, Foot = (int)player.Foot, Club = player.ClubId?.Value });
                await AlertNotes.MatchingAsync(session, now, before, PlayerRow.Of(player));
                return true;
            },
            cancellationToken);
    }

    public Task VerifyAsync(AgentId agent, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("agent", agent.Value).Done();
        var at = MarketTime.Of(clock.GetUtcNow());
        return database.RunAsync(
            async session => await session.ExecuteAsync(
                "UPDATE market_agent SET verified_at = coalesce(verified_at, @at) WHERE id = @Value", new { agent.Value, at }) > 0
                ? true
                : throw new MarketRefusedException("agent", agent, "is unknown"),
            cancellationToken);
    }

    public Task RepresentAsync(AgentId agent, PlayerId player, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("agent", agent.Value).Id("player", player.Value).Done();
        var at = MarketTime.Of(clock.GetUtcNow());
        return database.RunAsync(
            async session =>
            {
                await Rows.RequireVerifiedAsync(session, agent);
                await Rows.RequirePlayerAsync(session, player);
                return await session.ExecuteAsync(
                    """
                    INSERT INTO market_representation (player_id, agent_id, since) VALUES (@Player, @Agent, @at)
                    ON CONFLICT (player_id) DO UPDATE SET agent_id = excluded.agent_id, since = excluded.since
                    WHERE market_representation.agent_id <> excluded.agent_id
                    """,
                    new { Player = player.Value, Agent = agent.Value, at });
            },
            cancellationToken);
    }

    public async Task<long> IssueAsync(Guid requestId, AccountId account, long credits, CancellationToken cancellationToken)
    {
        new MarketCheck().Range("credits", credits, 1, MarketCheck.MaxCredits).Text("account", account.Value, 1, 40, breaks: false).Done();
        if (account.Value == Ledger.Issuer)
            throw new MarketRefusedException("account", account, "is where credits come from");
        var answer = await requests.OnceAsync(requestId, "office", new { account, credits }, async (session, now) =>
            (await Ledger.MoveAsync(session, now, Ledger.Issuer, account.Value, credits, "issue")).To.ToString(CultureInfo.InvariantCulture), cancellationToken);
        return long.Parse(answer, CultureInfo.InvariantCulture);
    }
}
