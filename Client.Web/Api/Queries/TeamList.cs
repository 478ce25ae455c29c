using System.Collections.Immutable;
using ShellCorp.Teams;

namespace ShellCorp.Web.Api.Queries;

/// <summary>Teams by their average, the best first.</summary>
/// <param name="Connection">How fresh this is.</param>
/// <param name="Teams">The teams.</param>
public sealed record TeamList(ConnectionAnswer Connection, ImmutableArray<TeamSummary> Teams);
