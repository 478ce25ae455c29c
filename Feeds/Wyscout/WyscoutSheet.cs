using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>Makes the line-up of a match.</summary>
internal static class WyscoutSheet
{
    // Above all ids that Wyscout gives, and still exact where numbers are doubles.
    private const long NobodyKnown = 1L << 52;

    /// <summary>
    /// The line-up; it names everyone who appears in a row or a substitution. A squad that would grow too large, which only corrupt data make,
    /// takes starters first, then those who appear, in the order in which they do; the rows of the others are nobody's.
    /// </summary>
    public static MatchSheet Of(WyscoutMatch match, ImmutableArray<WyscoutRow> rows, WyscoutPlayers players)
    {
        var others = Unlisted(match, rows);
        HashSet<PlayerId> appearing = [.. rows.Select(row => row.Player).OfType<PlayerId>(), .. match.Teams.SelectMany(Substituted)];
        return new()
        {
            Competition = match.Competition,
            KickOff = match.KickOff,
            Home = Sheet(match.Home, []),
            Away = Sheet(match.Away, [.. match.Home.Starters, .. match.Home.Bench]),
        };

        TeamSheet Sheet(WyscoutTeam team, HashSet<PlayerId> taken)
        {
            PlayerId[] named = [.. team.Starters.Concat(team.Bench).Where(taken.Add), .. others[team.Id]];
            var places = named.OrderBy(player => team.Starters.Contains(player) ? 0 : appearing.Contains(player) ? 1 : 2).Take(EventValidator.MaxSquad).ToHashSet();
            ImmutableArray<SquadPlayer> squad = [.. named.Where(places.Contains).Select(player => players.InSquad(player, team.Starters.Contains(player)))];
            return new() { TeamId = team.Id, Name = players.NameOf(team.Id), Squad = squad.IsEmpty ? [Placeholder(team.Id)] : squad };
        }
    }

    /// <summary>Who stands in no list belongs to the team of the substitution, or else of the first row; to the home team if neither tells one.</summary>
    private static ILookup<TeamId, PlayerId> Unlisted(WyscoutMatch match, ImmutableArray<WyscoutRow> rows)
    {
        var listed = match.Teams.SelectMany(team => team.Starters.Concat(team.Bench)).ToHashSet();
        var acting = rows.Where(row => row.Player is not null).Select(row => (row.Team, Player: row.Player!.Value)).ToArray();
        var substituted = match.Teams.SelectMany(team => Substituted(team).Select(player => (Team: team.Id, Player: player)));
        return substituted
            .Concat(acting.Where(each => match.Teams.Any(team => team.Id == each.Team)))
            .Concat(acting.Select(each => (Team: match.Home.Id, each.Player)))
            .Where(each => !listed.Contains(each.Player))
            .DistinctBy(each => each.Player)
            .ToLookup(each => each.Team, each => each.Player);
    }

    private static IEnumerable<PlayerId> Substituted(WyscoutTeam team) =>
        team.Substitutions.SelectMany(substitution => (PlayerId[])[substitution.Off, substitution.On]);

    /// <summary>A line-up needs somebody in each squad, or the whole match is refused.</summary>
    private static SquadPlayer Placeholder(TeamId team) =>
        new() { PlayerId = new(NobodyKnown + (team.Value % NobodyKnown)), Name = "Unknown player", Role = PlayerRole.Unknown, Starts = false };
}
