using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Who takes part, to be read.</summary>
internal sealed class MarketDirectory(IMarketDatabase database)
{
    public Task<AgentProfile?> FindAgentAsync(AgentId agent, CancellationToken cancellationToken) => database.RunAsync(
        async session => await session.FindAsync<NameRow>("SELECT name AS Name, agency AS Agency FROM market_agent WHERE id = @Value", new { agent.Value }) is { } row
            ? new AgentProfile { AgentId = agent, Name = row.Name, Agency = row.Agency }
            : null,
        cancellationToken);

    public Task<ClubProfile?> FindClubAsync(TeamId club, CancellationToken cancellationToken) => database.RunAsync(
        async session => await session.FindAsync<string>("SELECT name FROM market_club WHERE id = @Value", new { club.Value }) is { } name
            ? new ClubProfile { ClubId = club, Name = name }
            : null,
        cancellationToken);

    public Task<MarketPlayer?> FindPlayerAsync(PlayerId player, CancellationToken cancellationToken) => database.RunAsync(
        async session => (await PlayerRow.FindAsync(session, player))?.ToPlayer(), cancellationToken);

    private sealed record NameRow
    {
        public string Name { get; init; } = "";

        public string Agency { get; init; } = "";
    }
}
