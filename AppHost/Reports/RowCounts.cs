namespace ShellCorp.AppHost.Reports;

/// <summary>Rows of a feed.</summary>
/// <param name="Read">Sent.</param>
/// <param name="Accepted">Taken with all their events.</param>
/// <param name="Rejected">Refused.</param>
public sealed record RowCounts(long Read, long Accepted, long Rejected);
