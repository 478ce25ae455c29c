using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dapper;

namespace Oltp.Sessions;

/// <summary>What PostgreSQL says in other words than statements that SQLite understands too.</summary>
internal sealed partial class PostgresDialect : ISqlDialect
{
    // A program's statements are few and never made of values.
    private static readonly ConcurrentDictionary<string, string> Translated = new(StringComparer.Ordinal);

    public static PostgresDialect Instance { get; } = new();

    public string Translate(string sql) => Translated.GetOrAdd(sql, static text => InList()
        .Replace(text, "= ANY (@$1)")
        .Replace("/*for update*/", "FOR UPDATE", StringComparison.Ordinal)
        .Replace("/*for share*/", "FOR SHARE", StringComparison.Ordinal)
        .Replace("/*by code*/", "COLLATE \"C\"", StringComparison.Ordinal));

    /// <summary>One array a column.</summary>
    public (string Table, object Parameters) Bind(OltpRows rows)
    {
        var parameters = new DynamicParameters();
        foreach (var (name, values) in rows.Columns)
            parameters.Add(name, values);
        var names = rows.Columns.Select(column => column.Name).ToList();
        return ($"unnest(@{string.Join(", @", names)}) AS r ({string.Join(", ", names)})", parameters);
    }

    [GeneratedRegex(@"\bIN @(\w+)")]
    private static partial Regex InList();
}
