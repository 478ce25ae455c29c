using System.Collections.Frozen;
using System.Globalization;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>Where the ball goes, see Tables/flights.csv.</summary>
internal sealed class FlightTable
{
    private const string Anywhere = "any";
    private const int Eighths = 8;
    private static readonly string[] ZoneNames = [.. Enum.GetNames<Zone>().Select(name => name.ToLowerInvariant())];

    private static readonly string[] EighthNames =
        [.. Enumerable.Range(1, Eighths).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}/{Eighths}"))];

    private readonly FrozenDictionary<(Move, ActionOutcome, string), (Percentiles Along, Percentiles Across)> _flights;

    private FlightTable(FrozenDictionary<(Move, ActionOutcome, string), (Percentiles Along, Percentiles Across)> flights) => _flights = flights;

    public static FlightTable Load() => new(TableText.Rows("flights.csv").ToFrozenDictionary(
        row => (TableText.Name<Move>(row[0]), TableText.Name<ActionOutcome>(row[1]), row[2]),
        row => (new Percentiles(TableText.Numbers(row[3..10])), new Percentiles(TableText.Numbers(row[10..17])))));

    /// <summary>The end of a flight; null for a move by which the ball doesn't go far.</summary>
    public PitchPoint? Draw(Move move, ActionOutcome outcome, PitchPoint from, SeededRandom random)
    {
        if (!_flights.TryGetValue((move, outcome, PartOf(move, from)), out var flight)
            && !_flights.TryGetValue((move, outcome, Anywhere), out flight))
            return null;

        var along = flight.Along.Draw(random);
        var across = flight.Across.Draw(random);

        // To the side that has room: percentiles across don't tell left from right.
        var left = random.Unit() * 100 < from.Y;
        if (left ? from.Y - across < 0 : from.Y + across > 100)
            left = !left;

        return Pitch.Clamp(from.X + along, left ? from.Y - across : from.Y + across);
    }

    private static string PartOf(Move move, PitchPoint from) => move == Move.Pass
        ? EighthNames[Math.Min(Eighths - 1, (int)(from.X * Eighths / 100))]
        : ZoneNames[(int)Pitch.ZoneOf(from)];
}
