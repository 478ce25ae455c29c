using System.ComponentModel.DataAnnotations;

namespace ShellCorp.Analytics.Windows;

/// <summary>The tumbling windows over which ratings are averaged; section <c>ShellCorp:Windows</c>.</summary>
public sealed class WindowOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Windows";

    /// <summary>How long a window is, in event time; whole seconds. Default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")] public TimeSpan Size { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a window that is over is kept in memory for late events. An event that comes later still is a correction: its window is read from
    /// the facts. Default 10 min.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")] public TimeSpan Lateness { get; set; } = TimeSpan.FromMinutes(10);
}
