using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>Makes the line-up of a match.</summary>
internal static class WyscoutSheet
{
    // Above all ids that Wyscout gives, and still exact where numbers are doubles.
    private const long NobodyKnown = 1L << 52;

    /// <summary>The line-up; it names everyone who appears in a row or a substitution.</summary>
    public static MatchSheet Of(WyscoutMatch match, ImmutableArray<WyscoutRow> rows, WyscoutPlayers players)
    {
        var others = Unlisted(match, rows);
        return new()
        {
            Competition = match.Competition,
            KickOff = match.KickOff,
            Home = Sheet(match.Home, []),
            Away = Sheet(match.Away, [.. match.Home.Starters, .. match.Home.Bench]),
        };

        TeamSheet Sheet(WyscoutTeam team, HashSet<PlayerId> taken)
        {
            ImmutableArray<PlayerId> appear = [.. others[team.Id]];
            var places = EventValidator.MaxSquad - team.Starters.Length - appear.Length;
            ImmutableArray<SquadPlayer> squad =
            [
                .. team.Starters.Where(taken.Add).Select(player => players.InSquad(player, starts: true)),
                .. team.Bench.Where(taken.Add).Take(places).Concat(appear).Select(player => players.InSquad(player, starts: false)),
            ];
            return new() { TeamId = team.Id, Name = players.NameOf(team.Id), Squad = squad.IsEmpty ? [Placeholder(team.Id)] : squad };
        }
    }

    /// <summary>Who stands in no list belongs to the team of the substitution, or else of the first row; to the home team if neither tells one.</summary>
    private static ILookup<TeamId, PlayerId> Unlisted(WyscoutMatch match, ImmutableArray<WyscoutRow> rows)
    {
        var listed = match.Teams.SelectMany(team => team.Starters.Concat(team.Bench)).ToHashSet();
        var acting = rows.Where(row => row.Player is not null).Select(row => (row.Team, Player: row.Player!.Value)).ToArray();
        var substituted = from team in match.Teams
                          from substitution in team.Substitutions
                          from player in (PlayerId[])[substitution.Off, substitution.On]
                          select (Team: team.Id, Player: player);
        return substituted
            .Concat(acting.Where(each => match.Teams.Any(team => team.Id == each.Team)))
            .Concat(acting.Select(each => (Team: match.Home.Id, each.Player)))
            .Where(each => !listed.Contains(each.Player))
            .DistinctBy(each => each.Player)
            .ToLookup(each => each.Team, each => each.Player);
    }

    /// <summary>A line-up needs somebody in each squad, or the whole match is refused.</summary>
    private static SquadPlayer Placeholder(TeamId team) =>
        new() { PlayerId = new(NobodyKnown + (team.Value % NobodyKnown)), Name = "Unknown player", Role = PlayerRole.Unknown, Starts = false };
}
