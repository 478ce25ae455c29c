using ShellCorp.Registry;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Live;

/// <content>A team that doesn't play tells nothing, so a new activation asks for the teams that line-ups have named.</content>
internal sealed partial class LiveHubGrain
{
    private const int TeamsAtOnce = 8;

    private async Task AskTeamsUntilAnsweredAsync(CancellationToken stop)
    {
        try
        {
            while (!await TryAskTeamsAsync(stop))
                await Task.Delay(options.Value.HeartbeatInterval, clock, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private async Task<bool> TryAskTeamsAsync(CancellationToken stop)
    {
        try
        {
            await AskTeamsAsync(stop);
            return true;
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            LogTeamsUnavailable(exception, options.Value.HeartbeatInterval);
            return false;
        }
    }

    private async Task AskTeamsAsync(CancellationToken cancellationToken)
    {
        var shards = await Task.WhenAll(Enumerable.Range(0, PlayerShards.Count)
            .Select(shard => GrainFactory.GetGrain<IPlayerRegistryGrain>(shard).ListAsync(cancellationToken)));
        foreach (var some in shards.SelectMany(profiles => profiles).Select(profile => profile.TeamId).Distinct().Chunk(TeamsAtOnce))
        {
            var views = await Task.WhenAll(
                some.Select(team => GrainFactory.GetGrain<ITeamPerformanceGrain>(team.Value).GetViewAsync(cancellationToken)));
            Pass(new() { Teams = [.. views.Select(view => view.Summary).Where(summary => summary.Matches > 0)] });
        }
    }
}
