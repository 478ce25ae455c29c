namespace ShellCorp.Analytics.Reports;

/// <summary>Why a parameter is refused.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Value">What was given; null where it is missing.</param>
/// <param name="Reason">What is allowed.</param>
public sealed record ParameterError(string Field, string? Value, string Reason);
