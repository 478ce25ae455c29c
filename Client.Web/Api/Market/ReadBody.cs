namespace ShellCorp.Web.Api.Market;

/// <summary>Up to which message a conversation is read.</summary>
public sealed record ReadBody(long Number);
