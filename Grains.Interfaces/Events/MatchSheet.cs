namespace ShellCorp.Events;

/// <summary>The line-up of a match.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.match-sheet.v1")]
public sealed record MatchSheet
{
    /// <summary>The competition's name.</summary>
    [Id(0)] public required string Competition { get; init; }

    /// <summary>The scheduled kick-off.</summary>
    [Id(1)] public required DateTimeOffset KickOff { get; init; }

    /// <summary>The team at home.</summary>
    [Id(2)] public required TeamSheet Home { get; init; }

    /// <summary>The team away.</summary>
    [Id(3)] public required TeamSheet Away { get; init; }

    /// <summary>The sheet of a team, or null where it doesn't play here.</summary>
    public TeamSheet? Of(TeamId team) => Home.TeamId == team ? Home : Away.TeamId == team ? Away : null;

    /// <summary>The team and entry of a player, or null where the player isn't in either squad.</summary>
    public (TeamSheet Team, SquadPlayer Player)? Find(PlayerId player)
    {
        foreach (var team in (ReadOnlySpan<TeamSheet>)[Home, Away])
        {
            foreach (var member in team.Squad)
            {
                if (member.PlayerId == player)
                    return (team, member);
            }
        }

        return null;
    }
}
