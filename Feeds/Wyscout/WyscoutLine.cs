using System.Collections.Immutable;
using System.Globalization;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>Understands a line of the events file.</summary>
/// <param name="file">What errors call the file.</param>
internal sealed class WyscoutLine(string file)
{
    private const int Columns = 13;

    /// <summary>The row of a line; what only this row gets wrong is taken as unknown, what would spoil the match is refused.</summary>
    public WyscoutRow Parse(string text, int line)
    {
        var fields = text.Split(',');
        if (fields.Length != Columns)
            throw new FeedFormatException(file, $"line {line}", $"expected {Columns} fields, found {fields.Length}");

        return new()
        {
            Match = new(Positive(fields[0], "matchId", line)),
            Key = fields[1].Trim(),
            Period = PeriodOf(fields[2], line),
            Seconds = Seconds(fields[3], line),
            Team = new(Optional(fields[4])),
            Player = Optional(fields[5]) is > 0 and var player ? new(player) : null,
            Event = Code(fields[6]),
            SubEvent = Code(fields[7]),
            Tags = TagsOf(fields[8]),
            Start = PlaceOf(fields[9], fields[10]),
            End = DestinationOf(fields[11], fields[12]),
        };
    }

    private MatchPeriod PeriodOf(string text, int line) => text.Trim() switch
    {
        "1H" => MatchPeriod.FirstHalf,
        "2H" => MatchPeriod.SecondHalf,
        "E1" => MatchPeriod.FirstExtraTime,
        "E2" => MatchPeriod.SecondExtraTime,
        "P" => MatchPeriod.ShootOut,
        var other => throw new FeedFormatException(file, $"line {line}", $"period: expected 1H, 2H, E1, E2 or P, found '{other}'"),
    };

    private double Seconds(string text, int line) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > -60 and < 6000
            ? Math.Max(0, seconds)
            : throw new FeedFormatException(file, $"line {line}", $"eventSec: expected 0 to 6000 seconds, found '{text}'");

    private long Positive(string text, string field, int line) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : throw new FeedFormatException(file, $"line {line}", $"{field}: expected a positive number, found '{text}'");

    private static long Optional(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : 0;

    /// <summary>0 where there is none.</summary>
    private static int Code(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : 0;

    private static ImmutableArray<int> TagsOf(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Code).Where(tag => tag > 0).Distinct()];

    private static PitchPoint? DestinationOf(string x, string y) =>
        PlaceOf(x, y) is { } place && place is not ({ X: 0, Y: 0 } or { X: 100, Y: 100 }) ? place : null;

    private static PitchPoint? PlaceOf(string x, string y) =>
        double.TryParse(x, NumberStyles.Float, CultureInfo.InvariantCulture, out var along)
        && double.TryParse(y, NumberStyles.Float, CultureInfo.InvariantCulture, out var across)
        && along is >= 0 and <= 100 && across is >= 0 and <= 100
            ? new(along, across)
            : null;
}
