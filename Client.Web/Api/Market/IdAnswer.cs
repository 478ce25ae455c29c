namespace ShellCorp.Web.Api.Market;

/// <summary>The id of what was made.</summary>
public sealed record IdAnswer(string Id);
