namespace ShellCorp.Web.Api.Market;

/// <summary>An agent's profile.</summary>
public sealed record AgentBody(string Name, string Agency = "");
