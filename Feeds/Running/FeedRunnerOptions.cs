namespace ShellCorp.Feeds.Running;

/// <summary>How a feed is played.</summary>
public sealed class FeedRunnerOptions
{
    /// <summary>How many matches of the feed, from its first; 0, the default, is all of them.</summary>
    public int Matches { get; set; }

    /// <summary>How many matches at once; 0, the default, is all of them. Each is held in memory while it is played.</summary>
    public int ConcurrentMatches { get; set; }

    /// <summary>How many times faster than real time, breaks included; null, the default, is as fast as the events are taken.</summary>
    public double? Speed { get; set; }

    /// <summary>
    /// How long after one match the next kicks off, in the time of the matches; 0 by default. Without meaning when there is no <see cref="Speed"/>.
    /// </summary>
    public TimeSpan Stagger { get; set; } = TimeSpan.Zero;

    /// <summary>The most steps of a match that are sent together; 100. A match has one batch on its way at any time.</summary>
    public int BatchSteps { get; set; } = 100;

    /// <summary>How long to wait before events whose fate is unknown are sent again, the first time; 100 ms. It doubles each time.</summary>
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest such wait; 10 seconds.</summary>
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many of a run's rejected events are logged with their errors; 20.</summary>
    public int LoggedRejections { get; set; } = 20;
}
