using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ShellCorp.Operations.Health;

/// <summary>The state of a process as its end points tell it.</summary>
/// <param name="Status">The worst of the checks'.</param>
/// <param name="Checks">The checks by name.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, HealthEntry> Checks)
{
    public static HealthAnswer From(HealthReport report) => new(
        report.Status.ToString(),
        report.Entries.ToDictionary(entry => entry.Key, entry => new HealthEntry(entry.Value.Status.ToString(), Reason(entry.Value)), StringComparer.Ordinal));

    private static string? Reason(HealthReportEntry entry) => entry.Description ?? entry.Exception?.Message;
}
