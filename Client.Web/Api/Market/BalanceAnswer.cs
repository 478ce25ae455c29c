namespace ShellCorp.Web.Api.Market;

/// <summary>How many credits a desk has.</summary>
public sealed record BalanceAnswer(long Balance);
