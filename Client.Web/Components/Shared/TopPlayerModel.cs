using ShellCorp.Web.Matches;

namespace ShellCorp.Web.Components.Shared;

/// <summary>A place in the list of the best players.</summary>
public sealed record TopPlayerModel(PlayerId PlayerId, MatchId MatchId, string Name, string Team, RatingFace Rating);
