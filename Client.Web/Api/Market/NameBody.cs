namespace ShellCorp.Web.Api.Market;

/// <summary>The profile of a club or a user.</summary>
public sealed record NameBody(string Name);
