using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>Makes the line-up of a match.</summary>
internal static class WyscoutSheet
{
    /// <summary>The line-up; who appears in rows or substitutions alone stands on the bench of the team of the first appearance.</summary>
    public static MatchSheet Of(WyscoutMatch match, ImmutableArray<WyscoutRow> rows, WyscoutPlayers players)
    {
        var listed = match.Teams.SelectMany(team => team.Starters.Concat(team.Bench)).ToHashSet();
        var others = rows.Where(row => row.Player is not null).Select(row => (row.Team, Player: row.Player!.Value))
            .Concat(from team in match.Teams from sub in team.Substitutions from player in (PlayerId[])[sub.Off, sub.On] select (Team: team.Id, Player: player))
            .Where(each => !listed.Contains(each.Player) && match.Teams.Any(team => team.Id == each.Team))
            .DistinctBy(each => each.Player)
            .ToLookup(each => each.Team, each => each.Player);

        return new()
        {
            Competition = match.Competition,
            KickOff = match.KickOff,
            Home = Sheet(match.Home, []),
            Away = Sheet(match.Away, [.. match.Home.Starters, .. match.Home.Bench]),
        };

        TeamSheet Sheet(WyscoutTeam team, HashSet<PlayerId> taken) => new()
        {
            TeamId = team.Id,
            Name = players.NameOf(team.Id),
            Squad =
            [
                .. team.Starters.Where(taken.Add).Select(player => players.InSquad(player, starts: true)),
                .. team.Bench.Concat(others[team.Id]).Where(taken.Add).Select(player => players.InSquad(player, starts: false)),
            ],
        };
    }
}
