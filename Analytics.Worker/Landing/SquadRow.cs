using ShellCorp.Events;

namespace ShellCorp.Analytics.Landing;

/// <summary>A match update, or one player of its line-up.</summary>
/// <param name="Row">The event.</param>
/// <param name="Number">0 for the event itself, then 1, 2, … for the players.</param>
/// <param name="Team">The player's team.</param>
/// <param name="Player">The player.</param>
internal readonly record struct SquadRow(LandedRow<MatchUpdate> Row, int Number, TeamSheet? Team, SquadPlayer? Player)
{
    /// <summary>The event's row, and those of its line-up.</summary>
    public static IEnumerable<SquadRow> Of(LandedRow<MatchUpdate> row)
    {
        yield return new(row, 0, null, null);
        if (row.Event.Sheet is not { } sheet)
            yield break;
        var number = 0;
        foreach (var team in (TeamSheet[])[sheet.Home, sheet.Away])
        {
            foreach (var player in team.Squad)
                yield return new(row, ++number, team, player);
        }
    }
}
