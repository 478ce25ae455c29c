using System.Text.RegularExpressions;

namespace ShellCorp.Analytics.Redshift.Tests;

/// <summary>What PostgreSQL takes and Redshift doesn't, as far as a loader might use it.</summary>
internal static partial class RedshiftRules
{
    /// <returns>Why Redshift refuses a statement; null: it doesn't, as far as these rules tell.</returns>
    public static string? Refusal(string sql)
    {
        if (Missing().Match(sql) is { Success: true } missing)
            return $"Redshift has no {missing.Value}: {sql}";
        if (sql.Contains(';', StringComparison.Ordinal))
            return $"One statement a command: {sql}";
        return sql.StartsWith("MERGE", StringComparison.Ordinal) && !Merge().IsMatch(sql)
            ? $"Redshift's MERGE is from a table, on equality, with both clauses and no conditions: {sql}"
            : null;
    }

    [GeneratedRegex(
        @"\bON\s+CONFLICT\b|\bunnest\b|\bLATERAL\b|\bCREATE\s+(UNIQUE\s+)?INDEX\b|\bRETURNING\b|\bDISTINCT\s+ON\b|\bFILTER\s*\(|\bgenerate_series\b|\bFOR\s+UPDATE\b|\bpg_advisory\w*|\bjsonb?\b|\buuid\b|\bbytea\b|\bserial\b|\w\[\]|\bIN\s+(ACCESS\s+|ROW\s+|SHARE\s+)*(EXCLUSIVE|SHARE)\s+MODE\b|\bTRUNCATE\b|\bON\s+COMMIT\b|\bUNLOGGED\b|\bPRIMARY\s+KEY\b|\bEXCEPT\s+ALL\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Missing();

    [GeneratedRegex(
        @"^MERGE INTO (\w+) USING (\w+) ON \1\.\w+ = \2\.\w+( AND \1\.\w+ = \2\.\w+)*\s+WHEN MATCHED THEN UPDATE SET \w+ = \2\.\w+(, \w+ = \2\.\w+)*\s+WHEN NOT MATCHED THEN INSERT \(\w+(, \w+)*\) VALUES \(\2\.\w+(, \2\.\w+)*\)\s*$")]
    private static partial Regex Merge();
}
