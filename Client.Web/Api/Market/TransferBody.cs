using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>Credits to another account, such as <c>club/3</c>.</summary>
public sealed record TransferBody(AccountId To, long Credits);
