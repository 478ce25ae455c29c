namespace ShellCorp.Web.Api.Market;

/// <summary>A user's new key. It isn't kept and can't be asked for again.</summary>
public sealed record KeyAnswer(string Key);
