using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>What an agent pitches.</summary>
public sealed record PitchBody(RequirementId RequirementId, PlayerId PlayerId, long Price, string Note = "");
