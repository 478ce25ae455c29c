using System.Collections.Immutable;
using System.Globalization;

namespace ShellCorp.Silo.Scaling;

/// <summary>How many silos are wanted, and why: a function of the time, of how many there are, and of what waits.</summary>
public static class WantedSilos
{
    /// <summary>
    /// The highest number that a rule wants, from the minimum to the maximum. It never falls while the backlog grows.
    /// </summary>
    /// <param name="options">The rules' numbers; valid ones.</param>
    /// <param name="time">The moment.</param>
    /// <param name="now">How many silos there are.</param>
    /// <param name="backlog">What waits.</param>
    public static ScaleAnswer Decide(ScalingOptions options, DateTimeOffset time, int now, Backlog backlog)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(backlog);
        ImmutableArray<ScaleReason> wishes =
        [
            new("minimum", options.Minimum, string.Create(CultureInfo.InvariantCulture, $"there are never fewer than {options.Minimum}")),
            .. Calendar(options, time),
            .. Lag(options, now, backlog),
        ];
        var highest = wishes.Max(reason => reason.Silos);
        return highest <= options.Maximum
            ? new(highest, now, time, wishes)
            : new(options.Maximum, now, time, wishes.Add(new("maximum", options.Maximum, string.Create(CultureInfo.InvariantCulture, $"{highest} are wanted, and {options.Maximum} are the most"))));
    }

    private static IEnumerable<ScaleReason> Calendar(ScalingOptions options, DateTimeOffset time)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);
        return from window in options.Calendar
               where window.Contains(today)
               select new ScaleReason("calendar", window.Silos, string.Create(CultureInfo.InvariantCulture, $"{today:yyyy-MM-dd} ({options.TimeZone}) is in the window '{window.Name}', {window.From} to {window.To}"));
    }

    private static IEnumerable<ScaleReason> Lag(ScalingOptions options, int now, Backlog backlog)
    {
        if (backlog.Records is not { } records)
        {
            yield return new("keep", now, $"no silo is let go while nobody knows what waits: {backlog.Unknown}");
            yield break;
        }

        // Beyond the maximum it makes no difference how many, and the quotient may not fit.
        var silos = (int)Math.Min((Math.Max(0, records) + (decimal)options.RecordsPerSilo - 1) / options.RecordsPerSilo, int.MaxValue);
        yield return new("lag", silos, string.Create(CultureInfo.InvariantCulture, $"{records} record(s) wait, and a silo is wanted for {options.RecordsPerSilo}"));
        if (records > options.KeepAbove)
            yield return new("keep", now, string.Create(CultureInfo.InvariantCulture, $"no silo is let go while more than {options.KeepAbove} records wait"));
    }
}
