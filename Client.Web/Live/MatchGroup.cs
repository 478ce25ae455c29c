using System.Collections.Immutable;
using ShellCorp.Matches;

namespace ShellCorp.Web.Live;

/// <summary>The matches of a competition; the name is empty where no line-up told it.</summary>
public sealed record MatchGroup(string Competition, ImmutableArray<MatchSummary> Matches);
