using System.Collections.Immutable;
using ShellCorp.Matches;

namespace ShellCorp.Web.Api.Queries;

/// <summary>Matches: those being played first, then scheduled ones, then finished ones, the latest first.</summary>
/// <param name="Connection">How fresh this is.</param>
/// <param name="Matches">The matches.</param>
public sealed record MatchList(ConnectionAnswer Connection, ImmutableArray<MatchSummary> Matches);
