namespace ShellCorp.Web.Api.Market;

/// <summary>Who represents a player.</summary>
public sealed record AgentOfBody(AgentId AgentId);
