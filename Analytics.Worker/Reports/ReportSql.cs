namespace ShellCorp.Analytics.Reports;

/// <summary>Texts that several reports share. DuckDB and Redshift understand them.</summary>
internal static class ReportSql
{
    /// <summary>What the interval of a report can be: calendar units in UTC, or the transfer windows.</summary>
    public static readonly string[] Intervals = ["day", "week", "month", "window"];

    /// <summary>A time's period as sortable text: a date, or the transfer window's year and name.</summary>
    public static string Period(string interval, string time) => interval == "window"
        ? $"CAST(CAST(extract(year FROM {time}) AS INTEGER) AS VARCHAR(4)) || CASE WHEN {Day(time)} <= 203 THEN ' 1 winter' WHEN {Day(time)} BETWEEN 614 AND 902 THEN ' 3 summer' WHEN {Day(time)} < 614 THEN ' 2 between' ELSE ' 4 between' END"
        : $"CAST(CAST(date_trunc('{interval}', {time}) AS DATE) AS VARCHAR(10))";

    private static string Day(string time) => $"(extract(month FROM {time}) * 100 + extract(day FROM {time}))";
}
