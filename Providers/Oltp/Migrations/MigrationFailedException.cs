namespace Oltp.Migrations;

/// <summary>A schema could not be brought up to date.</summary>
/// <param name="schema">The schema's name.</param>
/// <param name="step">The step that failed; null if none had begun.</param>
/// <param name="reason">What the database said.</param>
public sealed class MigrationFailedException(string schema, string? step, Exception reason)
    : Exception($"Schema '{schema}' is not up to date: {(step is null ? "no step was begun" : $"step '{step}' failed")}: {reason?.Message}", reason)
{
    /// <summary>The schema's name.</summary>
    public string Schema { get; } = schema;

    /// <summary>The step that failed; null if none had begun.</summary>
    public string? Step { get; } = step;
}
