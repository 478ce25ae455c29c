using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>
/// Finds substitutions that a team's list of them leaves out, and players whom an entry leaves out. Whoever plays without having started
/// came on with the first row, for the one who did most lately something before and nothing afterwards. A bench player who is only booked
/// doesn't play.
/// </summary>
internal sealed class MissingSubstitutions
{
    private const int Most = 5;

    private readonly Dictionary<PlayerId, (MatchTime First, MatchTime Last)> _played;
    private readonly List<WyscoutSubstitution> _found;
    private readonly HashSet<PlayerId> _on;
    private readonly List<PlayerId> _unexplained;

    private MissingSubstitutions(WyscoutTeam team, WyscoutTeam other, ImmutableArray<WyscoutRow> rows)
    {
        var others = other.Named.Except(team.Named).ToHashSet();
        _played = rows.Where(row => row.IsPlayedBy(team.Id) && !others.Contains(row.Player!.Value))
            .GroupBy(row => row.Player!.Value)
            .ToDictionary(each => each.Key, each => (First: each.First().Time, Last: each.Last().Time));
        _found = [.. team.Substitutions];
        _on = [.. team.Starters.Concat(_found.Select(each => each.On)).Except(Leaving(team))];
        _unexplained =
        [
            .. _played.Keys.Except(team.Starters).Except(_found.Select(each => each.On)).Except(team.Incomplete.Select(each => each.On).OfType<PlayerId>())
                .OrderBy(player => _played[player].First),
        ];
    }

    /// <summary>The team's substitutions, listed ones and found ones.</summary>
    public static ImmutableArray<WyscoutSubstitution> Of(WyscoutTeam team, WyscoutTeam other, ImmutableArray<WyscoutRow> rows)
    {
        if (team.Starters.IsEmpty)
            return team.Substitutions;

        var missing = new MissingSubstitutions(team, other, rows);
        foreach (var entry in team.Incomplete.OrderBy(entry => entry.Minute))
            missing.Complete(entry);
        foreach (var player in missing._unexplained.Take(Most - missing._found.Count).ToArray())
            missing.Add(missing.LeavesFor(player, missing._played[player].First.Minute + 1), player, missing._played[player].First.Minute + 1);
        return [.. missing._found];
    }

    private static IEnumerable<PlayerId> Leaving(WyscoutTeam team) =>
        team.Substitutions.Select(each => each.Off).Concat(team.Incomplete.Select(each => each.Off).OfType<PlayerId>());

    /// <summary>Keeps the minute and finds the one who is missing.</summary>
    private void Complete(WyscoutSubstitutionEntry entry)
    {
        var on = entry.On ?? _unexplained.Where(player => _played[player].First.Minute >= entry.Minute - 1).Cast<PlayerId?>().FirstOrDefault();
        if (on is { } player)
            Add(entry.Off ?? LeavesFor(player, entry.Minute), player, entry.Minute);
    }

    private PlayerId? LeavesFor(PlayerId player, int minute) =>
        _on.Where(each => each != player && _played.TryGetValue(each, out var times)
                && (_played.TryGetValue(player, out var own) ? times.Last < own.First : times.Last.Minute < minute))
            .OrderByDescending(each => _played[each].Last).ThenBy(each => each.Value)
            .Cast<PlayerId?>().FirstOrDefault();

    private void Add(PlayerId? leaves, PlayerId on, int minute)
    {
        if (leaves is not { } off)
            return;

        _found.Add(new(off, on, minute));
        _on.Remove(off);
        _on.Add(on);
        _unexplained.Remove(on);
    }
}
