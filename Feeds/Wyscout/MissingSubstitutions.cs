using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>
/// Finds substitutions where a team's list of them is missing. Whoever plays without having started came on with the first row, for the
/// one who did most lately something before and nothing afterwards. A bench player who is only booked doesn't play.
/// </summary>
internal static class MissingSubstitutions
{
    private const int Most = 5;

    /// <summary>The team's substitutions, found ones where none are listed.</summary>
    public static ImmutableArray<WyscoutSubstitution> Of(WyscoutTeam team, ImmutableArray<WyscoutRow> rows)
    {
        if (!team.Substitutions.IsEmpty || team.Starters.IsEmpty)
            return team.Substitutions;

        var played = rows.Where(row => row.Team == team.Id && row.Player is not null)
            .Where(row => row.Event != WyscoutEvent.Foul && row.Period != MatchPeriod.ShootOut)
            .GroupBy(row => row.Player!.Value)
            .ToDictionary(each => each.Key, each => (First: each.First().Time, Last: each.Last().Time));
        var on = team.Starters.ToHashSet();
        var found = ImmutableArray.CreateBuilder<WyscoutSubstitution>();
        foreach (var (player, times) in played.Where(each => !on.Contains(each.Key)).OrderBy(each => each.Value.First).Take(Most).ToArray())
        {
            var leaves = on.Where(played.ContainsKey).Where(each => played[each].Last < times.First)
                .OrderByDescending(each => played[each].Last).ThenBy(each => each.Value)
                .Cast<PlayerId?>().FirstOrDefault();
            if (leaves is not { } off)
                continue;

            found.Add(new(off, player, times.First.Minute + 1));
            on.Remove(off);
            on.Add(player);
        }

        return found.ToImmutable();
    }
}
