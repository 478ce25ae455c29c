using ShellCorp.Grains.Live;
using ShellCorp.Live;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Teams;

/// <content>What others may ask, and what the hub is told.</content>
internal sealed partial class TeamPerformanceGrain : ILiveSource
{
    private TeamView View => TeamFold.View(Team, _index.Value, _matches.ToDictionary(match => match.Key, match => match.Value.Value));

    public Task<TeamView> GetViewAsync(CancellationToken cancellationToken) => Task.FromResult(View);

    LiveChanges? ILiveSource.Heartbeat =>
        View is { Matches: [{ Final: false }, ..], Summary: var summary } ? new() { Teams = [summary] } : null;

    Task<LiveChanges> ILiveSource.GetAllAsync() => Task.FromResult(new LiveChanges { Teams = [View.Summary] });
}
