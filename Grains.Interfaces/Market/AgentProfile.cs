namespace ShellCorp.Market;

/// <summary>An agent.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.agent-profile.v1")]
public sealed record AgentProfile
{
    /// <summary>The agent.</summary>
    [Id(0)] public required AgentId AgentId { get; init; }

    /// <summary>The name to show, at most 100 characters.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>The agency to show, at most 100 characters; empty for none.</summary>
    [Id(2)] public string Agency { get; init; } = "";
}
