namespace ShellCorp.Web.Api.Market;

/// <summary>A message.</summary>
public sealed record MessageBody(string Text);
