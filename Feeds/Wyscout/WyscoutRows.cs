using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>Reads the events file, one match's rows at a time.</summary>
internal static class WyscoutRows
{
    private const string File = "events.csv";

    /// <summary>Each match's rows, ascending by period and second; a match's rows stand together in the file.</summary>
    public static async IAsyncEnumerable<ImmutableArray<WyscoutRow>> ReadAsync(
        WyscoutFolder folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(folder.Open(File));
        var seen = new HashSet<MatchId>();
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<WyscoutRow>();
        var parser = new WyscoutLine(File);
        var line = 0;
        while (await ReadLineAsync(reader, cancellationToken) is { } text)
        {
            line++;
            if (text.Length == 0 || (line == 1 && text.StartsWith("matchId", StringComparison.Ordinal)))
                continue;

            var row = parser.Parse(text, line);
            if (rows.Count > 0 && rows[0].Match != row.Match)
            {
                yield return InOrder(rows);
                rows.Clear();
                keys.Clear();
            }

            if (rows.Count == 0 && !seen.Add(row.Match))
                throw new FeedFormatException(File, $"line {line}", $"match {row.Match} goes on after rows of another match");
            rows.Add(row with { Key = UniqueKey(row.Key, keys) });
        }

        if (rows.Count > 0)
            yield return InOrder(rows);
    }

    private static async Task<string?> ReadLineAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw new FeedFormatException(File, "gzip", e.Message);
        }
    }

    private static ImmutableArray<WyscoutRow> InOrder(List<WyscoutRow> rows) => [.. rows.OrderBy(row => row.Period).ThenBy(row => row.Seconds)];

    private static string UniqueKey(string key, Dictionary<string, int> keys)
    {
        var name = key.Length is > 0 and <= 40 ? key : "row";
        var times = keys[name] = keys.GetValueOrDefault(name) + 1;
        return times == 1 ? name : FormattableString.Invariant($"{name}-{times}");
    }
}
