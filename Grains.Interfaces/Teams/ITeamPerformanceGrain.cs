using Orleans.Concurrency;

namespace ShellCorp.Teams;

/// <summary>
/// One team's performance; the key is the <see cref="TeamId"/>. It is fed by the stream <see cref="Events.Topics.LiveRatingsByTeam"/>.
/// </summary>
[Alias("shellcorp.team-performance")]
public interface ITeamPerformanceGrain : IGrainWithIntegerKey
{
    /// <summary>The team's average in each match and its form.</summary>
    [Alias("view.v1"), AlwaysInterleave]
    Task<TeamView> GetViewAsync(CancellationToken cancellationToken);
}
