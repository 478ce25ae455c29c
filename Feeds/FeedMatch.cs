using System.Collections.Immutable;

namespace ShellCorp.Feeds;

/// <summary>One match of a feed.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Label">Teams, for people.</param>
/// <param name="Steps">What happens, ascending by <see cref="FeedStep.At"/>; the line-up comes first, full time last.</param>
public sealed record FeedMatch(MatchId MatchId, string Label, ImmutableArray<FeedStep> Steps);
