using System.Globalization;

namespace ShellCorp.Silo.Scaling;

/// <summary>A part of every year in which more silos are kept ready.</summary>
public sealed class ScalingWindow
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>What it is called in the reasons.</summary>
    public string Name { get; set; } = "";

    /// <summary>The first day, <c>MM-dd</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>The last day, <c>MM-dd</c>; before the first one, it is in the next year.</summary>
    public string To { get; set; } = "";

    /// <summary>How many silos there are at least.</summary>
    public int Silos { get; set; }

    /// <summary>A day of any year; null where the text isn't one. A leap day counts in leap years.</summary>
    internal static DateOnly? Day(string text) =>
        DateOnly.TryParseExact($"2000-{text}", Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Whether a day is inside.</summary>
    internal bool Contains(DateOnly day)
    {
        if (Day(From) is not { } first || Day(To) is not { } last)
            return false;
        var at = new DateOnly(first.Year, day.Month, day.Day);
        return first <= last ? at >= first && at <= last : at >= first || at <= last;
    }
}
