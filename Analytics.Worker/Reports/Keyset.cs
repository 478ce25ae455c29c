using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ShellCorp.Analytics.Reports;

/// <summary>Pages that begin after the last row of the page before: no row is skipped or shown twice where rows come between.</summary>
internal static class Keyset
{
    /// <summary>Whether a row comes after the one whose keys are the parameters from <paramref name="first"/> on.</summary>
    public static string After(ImmutableArray<(string Column, bool Descending)> order, int first)
    {
        var (column, descending) = order[0];
        var parameter = FormattableString.Invariant($"${first}");
        var beyond = $"{column} {(descending ? '<' : '>')} {parameter}";
        return order.Length == 1 ? beyond : $"({beyond} OR ({column} = {parameter} AND {After(order[1..], first + 1)}))";
    }

    /// <summary>A row's keys as text that a client hands back.</summary>
    public static string Encode(IEnumerable<object?> keys)
    {
        var texts = keys.Select(key => key switch
        {
            DateTime time => $"t{time.ToString("O", CultureInfo.InvariantCulture)}",
            double number => $"d{number.ToString("R", CultureInfo.InvariantCulture)}",
            string text => $"s{text}",
            _ => $"n{Convert.ToString(key, CultureInfo.InvariantCulture)}",
        });
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', texts)));
    }

    /// <summary>The keys again; null where the text is none of ours.</summary>
    public static ImmutableArray<object>? Decode(string cursor, int count)
    {
        if (!Base64Url.IsValid(cursor))
            return null;
        var texts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n');
        var keys = texts.Select(Key).ToImmutableArray();
        return keys.Length == count && !keys.Contains(null) ? keys.CastArray<object>() : null;
    }

    private static object? Key(string text) => text switch
    {
        ['s', .. var rest] => rest,
        ['t', .. var rest] when DateTime.TryParse(rest, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) => time,
        ['d', .. var rest] when double.TryParse(rest, CultureInfo.InvariantCulture, out var number) => number,
        ['n', .. var rest] when long.TryParse(rest, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
