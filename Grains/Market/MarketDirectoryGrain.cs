using Orleans.Concurrency;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

[StatelessWorker]
internal sealed class MarketDirectoryGrain(MarketDirectory directory, MarketUsers users) : Grain, IMarketDirectoryGrain
{
    public Task<AgentProfile?> FindAgentAsync(AgentId agent, CancellationToken cancellationToken) => directory.FindAgentAsync(agent, cancellationToken);

    public Task<ClubProfile?> FindClubAsync(TeamId club, CancellationToken cancellationToken) => directory.FindClubAsync(club, cancellationToken);

    public Task<MarketPlayer?> FindPlayerAsync(PlayerId player, CancellationToken cancellationToken) => directory.FindPlayerAsync(player, cancellationToken);

    public Task<UserAccess?> FindAccessAsync(string keyHash, CancellationToken cancellationToken) => users.FindAccessAsync(keyHash, cancellationToken);
}
