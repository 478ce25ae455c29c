using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>Finds who started where a team's line-up is missing: the first to play, but for those who are known to be substitutes.</summary>
internal static class MissingStarters
{
    /// <summary>The team with its starters.</summary>
    public static WyscoutTeam Put(WyscoutTeam team, WyscoutTeam other, ImmutableArray<WyscoutRow> rows)
    {
        if (!team.Starters.IsEmpty)
            return team;

        HashSet<PlayerId> without =
        [
            .. other.Named, .. team.Bench, .. team.Substitutions.Select(each => each.On), .. team.Incomplete.Select(each => each.On).OfType<PlayerId>(),
        ];
        return team with
        {
            Starters =
            [
                .. rows.Where(row => row.IsPlayedBy(team.Id)).Select(row => row.Player!.Value).Distinct()
                    .Where(player => !without.Contains(player)).Take(EventValidator.MaxStarters),
            ],
        };
    }
}
