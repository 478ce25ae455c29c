namespace ShellCorp.Analytics.Reports;

/// <summary>A page of a report.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">What to give as <c>after</c> for the next page; null on the last.</param>
public sealed record ReportPage<TRow>(IReadOnlyList<TRow> Items, string? Next);
