using System.Collections.Immutable;
using System.Globalization;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Conversations between agents and clubs, in which messages have numbers without gaps.</summary>
internal sealed class Messages(IMarketDatabase database, MarketRequests requests)
{
    public async Task<long> WriteAsync(MarketSide from, AgentId agent, TeamId club, Guid requestId, string text, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("agent", agent.Value).Id("club", club.Value).Text("text", text, 1, 4_000).Done();
        var sender = from == MarketSide.Agent ? $"agent/{agent}" : $"club/{club}";
        var answer = await requests.OnceAsync(requestId, sender, new { agent, club, text }, async (session, now) =>
        {
            await Rows.RequireAgentAsync(session, agent, "agent");
            await Rows.RequireClubAsync(session, club, "club");
            // The conversation's row is locked until the commit: numbers become visible in their order.
            var number = await session.FindAsync<long>(
                """
                INSERT INTO market_conversation (agent_id, club_id, latest, agent_read, club_read) VALUES (@Agent, @Club, 1, 0, 0)
                ON CONFLICT (agent_id, club_id) DO UPDATE SET latest = market_conversation.latest + 1
                RETURNING latest
                """,
                new { Agent = agent.Value, Club = club.Value });
            await session.ExecuteAsync(
                "INSERT INTO market_message (agent_id, club_id, number, side, text, at) VALUES (@Agent, @Club, @number, @Side, @text, @At)",
                new { Agent = agent.Value, Club = club.Value, number, Side = (int)from, text, now.At });
            return number.ToString(CultureInfo.InvariantCulture);
        }, cancellationToken);
        return long.Parse(answer, CultureInfo.InvariantCulture);
    }

    public Task<ImmutableArray<MarketMessage>> ReadAsync(AgentId agent, TeamId club, long after, int count, CancellationToken cancellationToken)
    {
        new MarketCheck().Range("after", after, 0, long.MaxValue).Page(count).Done();
        return database.RunAsync(
            async session => (await session.ListAsync<MessageRow>(
                """
                SELECT number AS Number, side AS Side, text AS Text, at AS At FROM market_message
                WHERE agent_id = @Agent AND club_id = @Club AND number > @after ORDER BY number LIMIT @count
                """,
                new { Agent = agent.Value, Club = club.Value, after, count })).Select(row => row.ToMessage()).ToImmutableArray(),
            cancellationToken);
    }

    public Task MarkReadAsync(MarketSide side, AgentId agent, TeamId club, long number, CancellationToken cancellationToken)
    {
        new MarketCheck().Range("number", number, 0, long.MaxValue).Done();
        var marker = side == MarketSide.Agent ? "agent_read" : "club_read";
        return database.RunAsync(
            async session =>
            {
                var latest = await session.FindAsync<long?>(
                    "SELECT latest FROM market_conversation WHERE agent_id = @Agent AND club_id = @Club /*for update*/", new { Agent = agent.Value, Club = club.Value })
                    ?? throw new MarketRefusedException("conversation", $"agent {agent}, club {club}", "is unknown");
                if (number > latest)
                    throw new MarketRefusedException("number", number, $"the latest message is {latest}");
                return await session.ExecuteAsync(
                    $"UPDATE market_conversation SET {marker} = @number WHERE agent_id = @Agent AND club_id = @Club AND {marker} < @number",
                    new { Agent = agent.Value, Club = club.Value, number });
            },
            cancellationToken);
    }

    public Task<ImmutableArray<Conversation>> ListAsync(MarketSide side, long owner, CancellationToken cancellationToken)
    {
        var (own, marker, other) = side == MarketSide.Agent ? ("agent_id", "agent_read", MarketSide.Club) : ("club_id", "club_read", MarketSide.Agent);
        return database.RunAsync(
            async session => (await session.ListAsync<ConversationRow>(
                $"""
                SELECT c.agent_id AS AgentId, c.club_id AS ClubId, c.latest AS Latest, c.{marker} AS ReadTo,
                    (SELECT count(*) FROM market_message m WHERE m.agent_id = c.agent_id AND m.club_id = c.club_id AND m.number > c.{marker} AND m.side = @Other) AS Unread
                FROM market_conversation c WHERE c.{own} = @owner ORDER BY c.agent_id, c.club_id
                """,
                new { owner, Other = (int)other })).Select(row => row.ToConversation()).ToImmutableArray(),
            cancellationToken);
    }
}
