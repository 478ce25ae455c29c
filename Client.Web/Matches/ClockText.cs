using System.Globalization;
using ShellCorp.Events;
using ShellCorp.Matches;

namespace ShellCorp.Web.Matches;

/// <summary>Moments of a match as people write them.</summary>
public static class ClockText
{
    /// <summary>A minute: <c>23'</c>, or <c>45+2'</c> in stoppage time; the very first one is called <c>1'</c>.</summary>
    public static string Minute(MatchTime time)
    {
        var end = MatchTime.EndOf(time.Period);
        return time.Period == MatchPeriod.ShootOut
            ? "Pens"
            : time.Minute > end
                ? string.Create(CultureInfo.InvariantCulture, $"{end}+{time.Minute - end}'")
                : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, time.Minute)}'");
    }

    /// <summary>The running clock: <c>23:41</c>, or <c>45+2:10</c> in stoppage time.</summary>
    public static string Running(MatchTime time)
    {
        var end = MatchTime.EndOf(time.Period);
        return time.Period == MatchPeriod.ShootOut
            ? "Pens"
            : time.Minute >= end && end > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{end}+{time.Minute - end}:{time.Second:00}")
                : string.Create(CultureInfo.InvariantCulture, $"{time.Minute}:{time.Second:00}");
    }

    /// <summary>Where a match stands: the running clock, <c>HT</c>, <c>FT</c>; a dash before kick-off.</summary>
    public static string Of(MatchPhase phase, MatchTime clock) => phase switch
    {
        MatchPhase.Scheduled => "–",
        MatchPhase.Playing => Running(clock),
        MatchPhase.Break => clock.Period == MatchPeriod.FirstHalf ? "HT" : "Break",
        _ => clock.Period switch
        {
            MatchPeriod.ShootOut => "Pens",
            MatchPeriod.FirstExtraTime or MatchPeriod.SecondExtraTime => "AET",
            _ => "FT",
        },
    };

    /// <summary>The same in words.</summary>
    public static string Words(MatchPhase phase, MatchTime clock) => phase switch
    {
        MatchPhase.Scheduled => "Not started",
        MatchPhase.Playing => Period(clock.Period),
        MatchPhase.Break => clock.Period == MatchPeriod.FirstHalf ? "Half-time" : "Break",
        _ => clock.Period switch
        {
            MatchPeriod.ShootOut => "After penalties",
            MatchPeriod.FirstExtraTime or MatchPeriod.SecondExtraTime => "After extra time",
            _ => "Full time",
        },
    };

    /// <summary>A period's name.</summary>
    public static string Period(MatchPeriod period) => period switch
    {
        MatchPeriod.FirstHalf => "1st half",
        MatchPeriod.SecondHalf => "2nd half",
        MatchPeriod.FirstExtraTime => "Extra time, 1st half",
        MatchPeriod.SecondExtraTime => "Extra time, 2nd half",
        _ => "Penalty shoot-out",
    };
}
