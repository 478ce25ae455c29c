namespace ShellCorp.Operations.Health;

/// <summary>What a health check is asked for.</summary>
public static class HealthTags
{
    /// <summary>Whether the process must be started anew: what nothing else heals.</summary>
    public const string Live = "live";

    /// <summary>Whether the process can do its work: itself, and each thing that it depends on.</summary>
    public const string Ready = "ready";
}
