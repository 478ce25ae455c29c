namespace ShellCorp.Web.Api.Market;

/// <summary>The number of a message in its conversation.</summary>
public sealed record NumberAnswer(long Number);
