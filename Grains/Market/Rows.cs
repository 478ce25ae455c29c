using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Rows that a request takes for granted.</summary>
internal static class Rows
{
    public static async Task RequireClubAsync(IMarketSession session, TeamId club, string field)
    {
        if (await session.FindAsync<long?>("SELECT id FROM market_club WHERE id = @Value", new { club.Value }) is null)
            throw new MarketRefusedException(field, club, "is unknown");
    }

    public static async Task RequireAgentAsync(IMarketSession session, AgentId agent, string field)
    {
        if (await session.FindAsync<long?>("SELECT id FROM market_agent WHERE id = @Value", new { agent.Value }) is null)
            throw new MarketRefusedException(field, agent, "is unknown");
    }

    public static Task RequireDeskAsync(IMarketSession session, DeskId desk) => desk.Side == MarketSide.Agent
        ? RequireAgentAsync(session, new(desk.Number), "agent")
        : RequireClubAsync(session, new(desk.Number), "club");

    public static async Task RequirePlayerAsync(IMarketSession session, PlayerId player)
    {
        if (await session.FindAsync<long?>("SELECT id FROM market_player WHERE id = @Value", new { player.Value }) is null)
            throw new MarketRefusedException("player", player, "is unknown");
    }

    public static async Task RequireVerifiedAsync(IMarketSession session, AgentId agent)
    {
        var row = await session.FindAsync<Verification>("SELECT id AS Id, verified_at AS VerifiedAt FROM market_agent WHERE id = @Value", new { agent.Value });
        if (row is null)
            throw new MarketRefusedException("agent", agent, "is unknown");
        if (row.VerifiedAt is null)
            throw new MarketRefusedException("agent", agent, "is not verified");
    }

    /// <summary>The agent who represents a player, and can't change until the commit.</summary>
    public static async Task<AgentId> AgentOfAsync(IMarketSession session, PlayerId player)
    {
        await RequirePlayerAsync(session, player);
        var agent = await session.FindAsync<long?>("SELECT agent_id FROM market_representation WHERE player_id = @Value /*for share*/", new { player.Value });
        return agent is { } known ? new(known) : throw new MarketRefusedException("player", player, "is represented by no agent");
    }

    /// <summary>The player's agent can't change until the commit.</summary>
    public static async Task RequireRepresentedAsync(IMarketSession session, AgentId agent, PlayerId player)
    {
        var by = await session.FindAsync<long?>("SELECT agent_id FROM market_representation WHERE player_id = @Value /*for update*/", new { player.Value });
        if (by == agent.Value)
            return;
        await RequirePlayerAsync(session, player);
        throw new MarketRefusedException("player", player, $"is not represented by agent {agent}");
    }

    private sealed record Verification
    {
        public long Id { get; init; }

        public long? VerifiedAt { get; init; }
    }
}
