using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>
/// When the periods of a match start and end in real time. The data know seconds since a period's start alone: breaks last as long as the
/// rules say, and a period as long as its last row, but never less than by the schedule.
/// </summary>
internal sealed class WyscoutClock
{
    private readonly TimeSpan[] _starts = new TimeSpan[5];
    private readonly double[] _seconds = new double[5];

    public WyscoutClock(ImmutableArray<WyscoutRow> rows, MatchPeriod last)
    {
        Last = rows.Length > 0 && rows[^1].Period > last ? rows[^1].Period : last;
        foreach (var row in rows)
            _seconds[(int)row.Period] = Math.Max(_seconds[(int)row.Period], row.Seconds);

        for (var period = MatchPeriod.FirstHalf; period <= Last; period++)
        {
            var scheduled = 60 * (MatchTime.EndOf(period) - MatchTime.StartOf(period));
            _seconds[(int)period] = Math.Max(_seconds[(int)period], scheduled);
            if (period > MatchPeriod.FirstHalf)
                _starts[(int)period] = EndOf(period - 1) + BreakBefore(period);
        }
    }

    /// <summary>The last period played.</summary>
    public MatchPeriod Last { get; }

    /// <summary>The periods played.</summary>
    public IEnumerable<MatchPeriod> Periods => Enumerable.Range(0, (int)Last + 1).Select(period => (MatchPeriod)period);

    public TimeSpan EndOf(MatchPeriod period) => At(period, _seconds[(int)period]);

    public MatchTime TimeOfEnd(MatchPeriod period) => TimeOf(period, _seconds[(int)period]);

    public TimeSpan At(MatchPeriod period, double seconds) => _starts[(int)period] + TimeSpan.FromMilliseconds(Math.Round(seconds * 1000));

    /// <summary>A moment by the match's clock, which goes no further than stoppage time may.</summary>
    public static MatchTime TimeOf(MatchPeriod period, double seconds)
    {
        var last = MatchTime.EndOf(period) + EventValidator.MaxStoppageMinutes;
        return MatchTime.At(period, seconds) is { Minute: var minute } time && minute <= last ? time : new(period, last, 0);
    }

    private static TimeSpan BreakBefore(MatchPeriod period) => TimeSpan.FromMinutes(period switch
    {
        MatchPeriod.SecondHalf => 15,
        MatchPeriod.SecondExtraTime => 1,
        _ => 5,
    });
}
