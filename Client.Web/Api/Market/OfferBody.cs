using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>What a club offers.</summary>
public sealed record OfferBody(PlayerId PlayerId, Deal Deal, long Fee, string Note = "");
