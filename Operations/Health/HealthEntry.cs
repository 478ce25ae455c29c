namespace ShellCorp.Operations.Health;

/// <summary>One check.</summary>
/// <param name="Status"><c>Healthy</c>, <c>Degraded</c> or <c>Unhealthy</c>.</param>
/// <param name="Reason">Why.</param>
internal sealed record HealthEntry(string Status, string? Reason);
