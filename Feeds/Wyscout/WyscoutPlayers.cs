using System.Collections.Frozen;
using System.Text.Json;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>Names and roles of players, names of teams. Whoever isn't listed gets a name made of the number.</summary>
internal sealed class WyscoutPlayers(FrozenDictionary<PlayerId, (string Name, PlayerRole Role)> players, FrozenDictionary<TeamId, string> teams)
{
    private const string PlayersFile = "players.json";
    private const string TeamsFile = "teams.json";

    public static async Task<WyscoutPlayers> ReadAsync(WyscoutFolder folder, CancellationToken cancellationToken)
    {
        using var players = await folder.ReadArrayAsync(PlayersFile, cancellationToken);
        using var teams = await folder.ReadArrayAsync(TeamsFile, cancellationToken);
        return new(
            Listed(players).DistinctBy(each => each.Id).ToFrozenDictionary(
                each => new PlayerId(each.Id), each => (NameOf(each.Element, each.Id), RoleOf(each.Element))),
            Listed(teams).DistinctBy(each => each.Id).ToFrozenDictionary(
                each => new TeamId(each.Id), each => WyscoutName.Of(each.Element.Text("name")) ?? WyscoutName.Of(each.Element.Text("officialName")) ?? $"Team {each.Id}"));
    }

    public string NameOf(TeamId team) => teams.TryGetValue(team, out var name) ? name : $"Team {team}";

    public SquadPlayer InSquad(PlayerId player, bool starts)
    {
        var (name, role) = players.TryGetValue(player, out var known) ? known : ($"Player {player}", PlayerRole.Unknown);
        return new() { PlayerId = player, Name = name, Role = role, Starts = starts };
    }

    private static IEnumerable<(long Id, JsonElement Element)> Listed(JsonDocument document) =>
        from element in document.RootElement.EnumerateArray()
        let id = element.Number("wyId")
        where id > 0
        select (id.Value, element);

    private static string NameOf(JsonElement player, long id) =>
        WyscoutName.Of(player.Text("shortName")) ?? WyscoutName.Of($"{player.Text("firstName")} {player.Text("lastName")}") ?? $"Player {id}";

    private static PlayerRole RoleOf(JsonElement player) => player.Member("role")?.Text("code3") switch
    {
        "GKP" => PlayerRole.Goalkeeper,
        "DEF" => PlayerRole.Defender,
        "MID" => PlayerRole.Midfielder,
        "FWD" => PlayerRole.Forward,
        _ => PlayerRole.Unknown,
    };
}
