using System.Globalization;
using ShellCorp.Counters;

namespace ShellCorp.Web.Counters;

/// <summary>Counters in words.</summary>
public static class CounterText
{
    /// <summary>The season's name, such as <c>2017/18</c>.</summary>
    public static string Season(int season) => string.Create(CultureInfo.InvariantCulture, $"{season}/{(season + 1) % 100:00}");

    /// <summary>The season's counters, in the order of the page: a name, and a number as text.</summary>
    public static IEnumerable<(string Name, string Value)> Of(SeasonCounters season)
    {
        yield return ("Matches", Number(season[PlayerCounter.Matches]));
        yield return ("Minutes", Number(season[PlayerCounter.Minutes]));
        yield return ("Mean rating", Mean(season[PlayerCounter.RatingSum], season[PlayerCounter.Ratings]));
        yield return ("Goals", Number(season[PlayerCounter.Goals]));
        yield return ("Assists", Number(season[PlayerCounter.Assists]));
        yield return ("Shots (on target)", Part(season[PlayerCounter.Shots], season[PlayerCounter.ShotsOnTarget]));
        yield return ("Passes (accurate)", Part(season[PlayerCounter.Passes], season[PlayerCounter.AccuratePasses]));
        yield return ("Key passes", Number(season[PlayerCounter.KeyPasses]));
        yield return ("Crosses", Number(season[PlayerCounter.Crosses]));
        yield return ("Duels (won)", Part(season[PlayerCounter.Duels], season[PlayerCounter.DuelsWon]));
        yield return ("Interceptions", Number(season[PlayerCounter.Interceptions]));
        yield return ("Clearances", Number(season[PlayerCounter.Clearances]));
        yield return ("Saves", Number(season[PlayerCounter.Saves]));
        yield return ("Fouls", Number(season[PlayerCounter.Fouls]));
        yield return ("Offsides", Number(season[PlayerCounter.Offsides]));
        yield return ("Yellow, red cards", $"{Number(season[PlayerCounter.YellowCards])}, {Number(season[PlayerCounter.RedCards])}");
    }

    /// <summary>What people did, in the order of the page.</summary>
    public static IEnumerable<(string Name, string Value)> Of(IReadOnlyDictionary<PlayerCounter, long> attention) =>
    [
        ("Profile views", Number(attention.GetValueOrDefault(PlayerCounter.ProfileViews))), ("Followers", Number(attention.GetValueOrDefault(PlayerCounter.Followers))),
        ("Shortlists", Number(attention.GetValueOrDefault(PlayerCounter.Shortlistings))), ("Pitch views", Number(attention.GetValueOrDefault(PlayerCounter.PitchViews))),
    ];

    /// <summary>Why the numbers may be old; null where they aren't.</summary>
    public static string? Behind(CounterStatus status) =>
        status.Problem is null ? null : $"Counters are behind by {Number(status.Behind)} {(status.Behind == 1 ? "update" : "updates")}. Ratings go on.";

    /// <summary>A number with separators.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Part(long all, long part) => $"{Number(all)} ({Number(part)})";

    private static string Mean(long thousandths, long count) =>
        count <= 0 ? "–" : (thousandths / 1000.0 / count).ToString("0.00", CultureInfo.InvariantCulture);
}
