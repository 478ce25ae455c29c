using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ShellCorp.Events;
using ShellCorp.Players;

namespace ShellCorp.Web.Components.Shared;

/// <summary>A rating over a match as a step line: the rating holds until the next event.</summary>
public sealed record RatingLineModel
{
    public const int Width = 640;
    public const int Height = 220;
    public const int Left = 26;
    public const int Top = 8;
    public const int Bottom = 200;

    private readonly ImmutableArray<RatingPoint> _points;
    private readonly int _minutes;
    private readonly int _low;
    private readonly int _high;

    /// <summary>Makes a line of points in ascending order; the line ends at <paramref name="until"/>.</summary>
    public RatingLineModel(ImmutableArray<RatingPoint> points, MatchTime until)
    {
        _points = points;
        Until = until;
        _minutes = Math.Max(90, MatchTime.EndOf(until.Period));
        _low = Math.Min(500, points.IsEmpty ? 500 : points.Min(p => p.RatingHundredths)) / 100;
        _high = (Math.Max(800, points.IsEmpty ? 800 : points.Max(p => p.RatingHundredths)) + 99) / 100;
    }

    public MatchTime Until { get; }

    public IEnumerable<(int Rating, double Y)> RatingTicks =>
        Enumerable.Range(_low, _high - _low + 1).Select(r => (r, Y(r * 100)));

    public IEnumerable<(string Label, double X)> MinuteTicks =>
        Enumerable.Range(0, (_minutes / 15) + 1).Select(i => i * 15)
            .Select(m => (m == 45 ? "HT" : string.Create(CultureInfo.InvariantCulture, $"{m}'"), X(m)));

    public (double X, double Y)? Last => _points.IsEmpty ? null : (X(End), Y(_points[^1].RatingHundredths));

    public string Curve => Path(false);

    public string Area => Path(true);

    public string Words
    {
        get
        {
            if (_points.IsEmpty)
                return "No rating line yet";
            var last = _points[^1].RatingHundredths / 100.0;
            var low = _points.Min(p => p.RatingHundredths) / 100.0;
            var high = _points.Max(p => p.RatingHundredths) / 100.0;
            return string.Create(CultureInfo.InvariantCulture, $"Rating over the match: now {last:0.0}, lowest {low:0.0}, highest {high:0.0}");
        }
    }

    private double End => Math.Max(Until.ScheduledMinute + (Until.Second / 60.0), _points[^1].Time.ScheduledMinute);

    private double X(double minute) => Left + (Math.Min(minute, _minutes) * (Width - Left - 10) / _minutes);

    private double Y(int hundredths) => Bottom - ((hundredths - (_low * 100)) * (double)(Bottom - Top) / ((_high - _low) * 100));

    private string Path(bool closed)
    {
        if (_points.IsEmpty)
            return "";
        var path = new StringBuilder();
        var start = X(_points[0].Time.ScheduledMinute);
        path.Append(CultureInfo.InvariantCulture, $"M{start:0.#} {Y(_points[0].RatingHundredths):0.#}");
        foreach (var point in _points.AsSpan()[1..])
            path.Append(CultureInfo.InvariantCulture, $"H{X(point.Time.ScheduledMinute):0.#}V{Y(point.RatingHundredths):0.#}");
        path.Append(CultureInfo.InvariantCulture, $"H{X(End):0.#}");
        if (closed)
            path.Append(CultureInfo.InvariantCulture, $"V{Bottom}H{start:0.#}Z");
        return path.ToString();
    }
}
