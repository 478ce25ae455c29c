using System.Collections.Immutable;
using System.Globalization;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Conversations between agents and clubs, in which messages have numbers without gaps.</summary>
internal sealed class Messages(IMarketDatabase database, MarketRequests requests)
{
    public async Task<long> WriteAsync(DeskId from, DeskId to, Guid requestId, string text, CancellationToken cancellationToken)
    {
        var (agent, club) = Between(from, to, "to");
        new MarketCheck().Id("to", to.Number).Text("text", text, 1, 4_000).Done();
        var answer = await requests.OnceAsync(requestId, from.ToString(), new { agent, club, text }, async (session, now) =>
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
                new { Agent = agent.Value, Club = club.Value, number, Side = (int)from.Side, text, now.At });
            return number.ToString(CultureInfo.InvariantCulture);
        }, cancellationToken);
        return long.Parse(answer, CultureInfo.InvariantCulture);
    }

    public Task<ImmutableArray<MarketMessage>> ReadAsync(DeskId own, DeskId with, long after, int count, CancellationToken cancellationToken)
    {
        var (agent, club) = Between(own, with, "with");
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

    public Task MarkReadAsync(DeskId own, DeskId with, long number, CancellationToken cancellationToken)
    {
        var (agent, club) = Between(own, with, "with");
        new MarketCheck().Range("number", number, 0, long.MaxValue).Done();
        var marker = own.Side == MarketSide.Agent ? "agent_read" : "club_read";
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

    public Task<ImmutableArray<Conversation>> ListAsync(DeskId desk, DeskId? after, int count, CancellationToken cancellationToken)
    {
        new MarketCheck().Page(count).Done();
        var (own, marker, with, other) = desk.Side == MarketSide.Agent
            ? ("agent_id", "agent_read", "club_id", MarketSide.Club)
            : ("club_id", "club_read", "agent_id", MarketSide.Agent);
        return database.RunAsync(
            async session => (await session.ListAsync<ConversationRow>(
                $"""
                SELECT c.agent_id AS AgentId, c.club_id AS ClubId, c.latest AS Latest, c.{marker} AS ReadTo,
                    (SELECT count(*) FROM market_message m WHERE m.agent_id = c.agent_id AND m.club_id = c.club_id AND m.number > c.{marker} AND m.side = @Other) AS Unread
                FROM market_conversation c WHERE c.{own} = @Number AND c.{with} > @After ORDER BY c.{with} LIMIT @count
                """,
                new { desk.Number, Other = (int)other, After = after?.Number ?? 0, count })).Select(row => row.ToConversation()).ToImmutableArray(),
            cancellationToken);
    }

    private static (AgentId Agent, TeamId Club) Between(DeskId own, DeskId other, string field)
    {
        new MarketCheck().Known(field, other.Side).Done();
        if (own.Side == other.Side)
            throw new MarketRefusedException(field, other, "is of the same side: agents write to clubs, and clubs to agents");
        return own.Side == MarketSide.Agent ? (new(own.Number), new(other.Number)) : (new(other.Number), new(own.Number));
    }
}
