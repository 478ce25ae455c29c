using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>What becomes of an offer next.</summary>
public sealed record MoveBody(int SeenStep, OfferState To, long? Fee = null, string Note = "");
