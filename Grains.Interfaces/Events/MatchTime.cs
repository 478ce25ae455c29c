namespace ShellCorp.Events;

/// <summary>A moment of a match: a period, the minute shown by the clock (47 in the first half is 45+2), and the second in that minute.</summary>
/// <param name="Period">The period, which tells 45+2 from the second half's minute 47.</param>
/// <param name="Minute">Minutes of the clock since kick-off, 0 to 150, not cut off at the period's end.</param>
/// <param name="Second">0 to 59.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.match-time")]
public readonly record struct MatchTime([property: Id(0)] MatchPeriod Period, [property: Id(1)] int Minute, [property: Id(2)] int Second)
    : IComparable<MatchTime>
{
    private static readonly int[] Starts = [0, 45, 90, 105, 120];
    private static readonly int[] Ends = [45, 90, 105, 120, 120];

    /// <summary>The kick-off.</summary>
    public static MatchTime KickOff => default;

    /// <summary>The minute by the schedule: stoppage time counts as the period's last minute, the shoot-out as 120.</summary>
    public int ScheduledMinute => Math.Clamp(Minute, StartOf(Period), EndOf(Period));

    /// <summary>The scheduled minute at which a period starts.</summary>
    public static int StartOf(MatchPeriod period) => Starts[(int)period];

    /// <summary>The scheduled minute at which a period ends.</summary>
    public static int EndOf(MatchPeriod period) => Ends[(int)period];

    /// <summary>The moment so many seconds after a period's start.</summary>
    public static MatchTime At(MatchPeriod period, double secondsInPeriod)
    {
        var whole = (int)Math.Max(0, secondsInPeriod);
        return new(period, StartOf(period) + (whole / 60), whole % 60);
    }

    /// <summary>The period in which a minute lies when nobody says which: stoppage time can't be told from a minute alone.</summary>
    public static MatchPeriod PeriodOf(int minute) => minute switch
    {
        <= 45 => MatchPeriod.FirstHalf,
        <= 90 => MatchPeriod.SecondHalf,
        <= 105 => MatchPeriod.FirstExtraTime,
        _ => MatchPeriod.SecondExtraTime,
    };

    /// <summary>Orders by period first, since stoppage time of one period overlaps the next one's minutes.</summary>
    public int CompareTo(MatchTime other) => (Period, Minute, Second).CompareTo((other.Period, other.Minute, other.Second));

    /// <summary>Earlier.</summary>
    public static bool operator <(MatchTime left, MatchTime right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(MatchTime left, MatchTime right) => left.CompareTo(right) > 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(MatchTime left, MatchTime right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(MatchTime left, MatchTime right) => left.CompareTo(right) >= 0;
}
