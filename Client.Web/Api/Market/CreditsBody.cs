using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>New credits for an account, such as <c>agent/7</c>.</summary>
public sealed record CreditsBody(AccountId Account, long Credits);
