using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>What a club says to a pitch: <c>interested</c> or <c>declined</c>.</summary>
public sealed record DecisionBody(PitchState Decision, string Feedback = "");
