using System.Globalization;
using System.Text;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>Makes names that a line-up may hold.</summary>
internal static class WyscoutName
{
    /// <summary>The printable part of a name, as long as names may be; null where nothing is left.</summary>
    public static string? Of(string? name)
    {
        var kept = new StringBuilder();
        foreach (var rune in (name ?? "").Trim().EnumerateRunes())
        {
            var put = IsBreak(rune) ? new Rune(' ') : rune;
            if (kept.Length + put.Utf16SequenceLength > EventValidator.MaxNameLength)
                break;

            // Half a surrogate pair is enumerated as the replacement character.
            if (put != Rune.ReplacementChar)
                kept.Append(put.ToString());
        }

        return kept.ToString().Trim() is { Length: > 0 } clean ? clean : null;
    }

    private static bool IsBreak(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
