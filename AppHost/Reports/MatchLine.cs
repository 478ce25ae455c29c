namespace ShellCorp.AppHost.Reports;

/// <summary>A match in the report. Scores include extra time, not the shoot-out.</summary>
public sealed record MatchLine(long MatchId, string Home, string Away, int HomeScore, int AwayScore);
