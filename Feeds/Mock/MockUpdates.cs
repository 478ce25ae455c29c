using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Feeds.Simulator;

namespace ShellCorp.Feeds.Mock;

/// <summary>
/// Random player updates, each valid by itself and unrelated to the others: what a client of a ratings API can be tried out with. The kinds are as
/// frequent as in real matches. The first ones of a seed are the same however many are asked for.
/// </summary>
public static class MockUpdates
{
    private const long Stream = 1L << 42;
    private const int Matches = 10;
    private const int PlayersPerMatch = 22;
    private const int Minutes = 90;

    // At the end of a seed's numbers, where no simulated match or player comes.
    private const long FirstNumber = 900_000;
    private static readonly DateTimeOffset KickOff = new(2026, 8, 1, 15, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<Weighted<MixRow>> Mix = new(() => new(WorldCupTables.Instance.Mix.Rows.Select(row => (row, (double)row.Count))));

    /// <summary>Makes player updates.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Any number; another one gives others, with other ids.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static ImmutableArray<PlayerUpdate> Generate(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var random = new SeededRandom(seed, Stream);
        var updates = ImmutableArray.CreateBuilder<PlayerUpdate>(count);
        for (var number = 1; number <= count; number++)
            updates.Add(Update(number, seed, random));

        return updates.MoveToImmutable();
    }

    private static PlayerUpdate Update(int number, int seed, SeededRandom random)
    {
        var tables = WorldCupTables.Instance;
        var row = Mix.Value.Draw(random);
        var outcome = tables.Mix.Outcome(row.Kind, row.Zone, random);
        var role = tables.Mix.Role(row.Kind, row.Zone, random);
        var first = League.NumbersOf(seed) + FirstNumber;
        var match = random.Below(Matches);
        var player = random.Below(PlayersPerMatch);
        var minute = random.Below(Minutes);
        var second = random.Below(60);
        return new()
        {
            Id = FormattableString.Invariant($"mock/{seed}/{number}"),
            MatchId = new(first + match),
            PlayerId = new(first + (match * PlayersPerMatch) + player),
            TeamId = new(first + (match * 2) + (player % 2)),
            Kind = row.Kind,
            Outcome = outcome,
            Qualifiers = tables.Qualifiers.Draw(row.Kind, role, outcome, random),
            Time = new(minute < 45 ? MatchPeriod.FirstHalf : MatchPeriod.SecondHalf, minute, second),
            Start = Anywhere(row.Zone, random),
            OccurredAt = KickOff + TimeSpan.FromSeconds((minute * 60) + second),
        };
    }

    private static PitchPoint Anywhere(Zone zone, SeededRandom random) => zone switch
    {
        Zone.Own => Pitch.Clamp(random.Between(0, 33), random.Between(0, 100)),
        Zone.Middle => Pitch.Clamp(random.Between(34, 66), random.Between(0, 100)),
        Zone.Final => Pitch.Clamp(random.Between(67, 83), random.Between(0, 100)),
        _ => Pitch.Clamp(random.Between(84, 100), random.Between(19, 81)),
    };
}
