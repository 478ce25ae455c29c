using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Oltp.Sessions;

/// <summary>What PostgreSQL says in other words than statements that SQLite understands too.</summary>
internal static partial class PostgresDialect
{
    // A program's statements are few and never made of values.
    private static readonly ConcurrentDictionary<string, string> Translated = new(StringComparer.Ordinal);

    public static string Translate(string sql) => Translated.GetOrAdd(sql, static text => InList()
        .Replace(text, "= ANY (@$1)")
        .Replace("/*for update*/", "FOR UPDATE", StringComparison.Ordinal)
        .Replace("/*for share*/", "FOR SHARE", StringComparison.Ordinal));

    [GeneratedRegex(@"\bIN @(\w+)")]
    private static partial Regex InList();
}
