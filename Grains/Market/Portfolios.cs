using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>The players of agents, and who looks for such.</summary>
internal sealed class Portfolios(IMarketDatabase database, TimeProvider clock)
{
    public Task<ImmutableArray<MarketPlayer>> PlayersAsync(AgentId agent, PlayerId? after, int count, CancellationToken cancellationToken)
    {
        new MarketCheck().Page(count).Done();
        return database.RunAsync(
            async session => (await session.ListAsync<PlayerRow>(
                $"""
                SELECT {PlayerRow.Columns} FROM market_representation r JOIN market_player p ON p.id = r.player_id
                WHERE r.agent_id = @Agent AND r.player_id > @After ORDER BY r.player_id LIMIT @count
                """,
                new { Agent = agent.Value, After = after?.Value ?? 0, count })).Select(row => row.ToPlayer()).ToImmutableArray(),
            cancellationToken);
    }

    public Task<ImmutableArray<PostedRequirement>> WantedAsync(AgentId agent, PlayerId player, RequirementId? before, int count, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("player", player.Value).Page(count).Done();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return database.RunAsync(
            async session =>
            {
                var born = await session.FindAsync<int?>(
                    "SELECT p.born FROM market_player p JOIN market_representation m ON m.player_id = p.id WHERE p.id = @Player AND m.agent_id = @Agent",
                    new { Player = player.Value, Agent = agent.Value })
                    ?? throw new MarketRefusedException("player", player, $"is not represented by agent {agent}");
                return (await session.ListAsync<RequirementRow>(
                    $"""
                    SELECT {RequirementRow.Columns} FROM market_player p JOIN market_requirement r ON {PlayerMatching.Requirements}
                    WHERE p.id = @Player AND r.id < @Before ORDER BY r.id DESC LIMIT @count
                    """,
                    new { Player = player.Value, Age = PlayerMatching.Age(today, born), Before = before?.ToString() ?? "g", count }))
                    .Select(row => row.ToPosted()).ToImmutableArray();
            },
            cancellationToken);
    }
}
