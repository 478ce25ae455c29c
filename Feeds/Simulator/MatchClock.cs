using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>The clock of a match: of the period, and since kick-off with the breaks.</summary>
internal sealed class MatchClock
{
    private TimeSpan _periodStart;
    private double _seconds;

    public MatchPeriod Period { get; private set; }

    /// <summary>How long the period lasts, stoppage time included.</summary>
    public double Length { get; private set; }

    public bool IsOver => _seconds >= Length;

    public MatchTime Time => MatchTime.At(Period, _seconds);

    public TimeSpan At => _periodStart + TimeSpan.FromMilliseconds(Math.Round(_seconds * 1000));

    /// <summary>Starts a period after a break.</summary>
    public void Start(MatchPeriod period, TimeSpan pause, double length)
    {
        _periodStart = At + pause;
        Period = period;
        Length = length;
        _seconds = 0;
    }

    /// <summary>Goes on, at most to the period's end.</summary>
    public void Advance(double seconds) => _seconds = Math.Min(_seconds + seconds, Length);
}
