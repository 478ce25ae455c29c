using Orleans.Concurrency;

namespace ShellCorp.Market;

/// <summary>Who takes part in the market, to be read; a stateless worker, one identity (0) stands for all of them. What is unknown is null.</summary>
[Alias("shellcorp.market-directory")]
public interface IMarketDirectoryGrain : IGrainWithIntegerKey
{
    /// <summary>An agent's profile.</summary>
    [Alias("agent.v1"), ReadOnly]
    Task<AgentProfile?> FindAgentAsync(AgentId agent, CancellationToken cancellationToken);

    /// <summary>A club's profile.</summary>
    [Alias("club.v1"), ReadOnly]
    Task<ClubProfile?> FindClubAsync(TeamId club, CancellationToken cancellationToken);

    /// <summary>A player's profile.</summary>
    [Alias("player.v1"), ReadOnly]
    Task<MarketPlayer?> FindPlayerAsync(PlayerId player, CancellationToken cancellationToken);

    /// <summary>The user whose key this is, and for whom they may act.</summary>
    /// <param name="keyHash">The SHA-256 of the key, as 64 small hexadecimal digits: the key itself stays at the door.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Alias("access.v1"), ReadOnly]
    Task<UserAccess?> FindAccessAsync(string keyHash, CancellationToken cancellationToken);
}
