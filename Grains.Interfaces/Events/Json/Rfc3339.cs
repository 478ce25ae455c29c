using System.Globalization;

namespace ShellCorp.Events.Json;

/// <summary>Times as CloudEvents and the web write them. Always with an offset: a local time means another moment on each machine.</summary>
internal static class Rfc3339
{
    private const string Utc = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const string WithOffset = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";
    private const int MaxFractionDigits = 7;
    private static readonly string[] Formats = [Utc, WithOffset];

    public static string Format(DateTimeOffset time) =>
        time.ToString(time.Offset == TimeSpan.Zero ? Utc : WithOffset, CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        CutFraction(text.ToUpperInvariant()), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    // Go and Java write nanoseconds; a tick is a hundred of them.
    private static string CutFraction(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return text;

        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;

        return end - dot - 1 <= MaxFractionDigits ? text : text.Remove(dot + 1 + MaxFractionDigits, end - dot - 1 - MaxFractionDigits);
    }
}
