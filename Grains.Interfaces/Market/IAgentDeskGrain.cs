using System.Collections.Immutable;
using Orleans.Concurrency;

namespace ShellCorp.Market;

/// <summary>An agent's desk; the identity is the agent's number.</summary>
[Alias("shellcorp.agent-desk")]
public interface IAgentDeskGrain : IMarketDeskGrain
{
    /// <summary>The players whom the agent represents, ascending by number.</summary>
    [Alias("players.v1"), ReadOnly]
    Task<ImmutableArray<MarketPlayer>> PlayersAsync(PlayerId? after, int count, CancellationToken cancellationToken);

    /// <summary>The open requirements that a player meets today, newest first.</summary>
    /// <param name="player">One whom the agent represents.</param>
    /// <param name="before">Only those posted before this one; null for the newest.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Alias("wanted.v1"), ReadOnly]
    Task<ImmutableArray<PostedRequirement>> WantedAsync(PlayerId player, RequirementId? before, int count, CancellationToken cancellationToken);

    /// <summary>Pitches a player whom the agent represents to an open requirement, for the fee. A player is pitched to a requirement once.</summary>
    [Alias("pitch.v1")]
    Task<PitchId> PitchAsync(Guid requestId, PitchDraft draft, CancellationToken cancellationToken);
}
