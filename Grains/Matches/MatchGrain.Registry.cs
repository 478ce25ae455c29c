using ShellCorp.Events;
using ShellCorp.Registry;

namespace ShellCorp.Grains.Matches;

/// <content>Makes the match and its players known. To do so twice changes nothing, so that a failed delivery does it again.</content>
internal sealed partial class MatchGrain
{
    private bool _isRegistered;

    private async Task RegisterAsync()
    {
        await RegisterMatchAsync();
        foreach (var sheet in _state.Value.NewSheets)
            await RegisterPlayersAsync(sheet);
    }

    /// <summary>Once an activation is enough: what is stored was registered before it was acknowledged.</summary>
    private async Task RegisterMatchAsync()
    {
        if (_isRegistered)
            return;

        await GrainFactory.GetGrain<IMatchRegistryGrain>(0).AddAsync(Match, CancellationToken.None);
        _isRegistered = true;
    }

    private Task RegisterPlayersAsync(MatchSheet sheet) => Task.WhenAll(
        from team in (IEnumerable<TeamSheet>)[sheet.Home, sheet.Away]
        from player in team.Squad
        group ProfileOf(player, team, sheet) by PlayerShards.Of(player.PlayerId) into shard
        select GrainFactory.GetGrain<IPlayerRegistryGrain>(shard.Key).UpsertAsync([.. shard], CancellationToken.None));

    private static PlayerProfile ProfileOf(SquadPlayer player, TeamSheet team, MatchSheet sheet) => new()
    {
        PlayerId = player.PlayerId,
        Name = player.Name,
        Role = player.Role,
        TeamId = team.TeamId,
        AsOf = sheet.KickOff,
    };
}
