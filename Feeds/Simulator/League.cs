using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>The clubs of a seed, their players and who meets whom. Nothing here depends on how many matches are asked for.</summary>
internal sealed class League(int seed)
{
    /// <summary>Matches of a round; nobody plays twice in one.</summary>
    public const int MatchesPerRound = 100;

    private const long TeamsStream = 1L << 40;
    private const long RoundsStream = 1L << 41;
    private static readonly DateTimeOffset FirstRound = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableArray<(PlayerRole Role, int Count)> Roster =
        [(PlayerRole.Goalkeeper, 2), (PlayerRole.Defender, 7), (PlayerRole.Midfielder, 8), (PlayerRole.Forward, 5)];

    private readonly long _base = NumbersOf(seed);

    /// <summary>
    /// Where the numbers of a seed start: a million for each, beyond those of real feeds, and within what a number in JavaScript can hold.
    /// </summary>
    public static long NumbersOf(int seed) => 1_000_000_000 + ((uint)seed * 1_000_000L);

    public MatchId MatchId(int match) => new(_base + match + 1);

    /// <summary>Every fourth match is of the cup, and goes on until somebody has won.</summary>
    public static bool IsKnockOut(int match) => match % 4 == 3;

    public static DateTimeOffset KickOff(int match) =>
        FirstRound.AddDays(7 * (match / MatchesPerRound)).AddMinutes(30 * (match % MatchesPerRound % 10));

    public (int Home, int Away) Pairing(int match)
    {
        var order = new SeededRandom(seed, RoundsStream + (match / MatchesPerRound)).Shuffle(Enumerable.Range(0, 2 * MatchesPerRound));
        var pair = 2 * (match % MatchesPerRound);
        return (order[pair], order[pair + 1]);
    }

    public ImmutableArray<SquadPlayer> Players(int team)
    {
        var random = new SeededRandom(seed, TeamsStream + team);
        var first = random.Shuffle(Names.First);
        var last = random.Shuffle(Names.Last);
        var roles = Roster.SelectMany(entry => Enumerable.Repeat(entry.Role, entry.Count));
        return [.. roles.Select((role, i) => new SquadPlayer
        {
            PlayerId = new(_base + (team * 100) + i + 1),
            Name = $"{first[i]} {last[i]}",
            Role = role,
            Starts = false,
        })];
    }

    public TeamId TeamId(int team) => new(_base + team + 1);

    public static string TeamName(int team) =>
        $"{Names.Towns[team % Names.Towns.Length]} {Names.Suffixes[((team / Names.Towns.Length) + team) % Names.Suffixes.Length]}";
}
