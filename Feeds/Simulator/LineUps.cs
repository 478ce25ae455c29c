using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>Who starts and who sits on the bench.</summary>
internal static class LineUps
{
    private const int Bench = 9;

    private static readonly ImmutableArray<(int Defenders, int Midfielders, int Forwards)> Formations = [(4, 3, 3), (4, 4, 2), (3, 5, 2), (4, 5, 1)];

    public static MatchSheet Choose(League league, int match, SeededRandom random)
    {
        var (home, away) = league.Pairing(match);
        return new()
        {
            Competition = League.IsKnockOut(match) ? "Shell Cup" : "Shell League",
            KickOff = League.KickOff(match),
            Home = Team(league, home, random),
            Away = Team(league, away, random),
        };
    }

    private static TeamSheet Team(League league, int team, SeededRandom random)
    {
        var players = random.Shuffle(league.Players(team));
        var (defenders, midfielders, forwards) = random.Pick(Formations);
        ImmutableArray<SquadPlayer> starters =
        [
            .. Of(players, PlayerRole.Goalkeeper).Take(1),
            .. Of(players, PlayerRole.Defender).Take(defenders),
            .. Of(players, PlayerRole.Midfielder).Take(midfielders),
            .. Of(players, PlayerRole.Forward).Take(forwards),
        ];
        var keeper = Of(players, PlayerRole.Goalkeeper).Skip(1).Take(1);
        var others = players.Except(starters).Where(player => player.Role != PlayerRole.Goalkeeper);
        return new()
        {
            TeamId = league.TeamId(team),
            Name = League.TeamName(team),
            Squad = [.. starters.Select(player => player with { Starts = true }), .. keeper.Concat(others).Take(Bench)],
        };
    }

    private static IEnumerable<SquadPlayer> Of(ImmutableArray<SquadPlayer> players, PlayerRole role) => players.Where(player => player.Role == role);
}
