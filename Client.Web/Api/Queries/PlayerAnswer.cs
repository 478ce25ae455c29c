using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Web.Api.Queries;

/// <summary>A player.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Name">The name, or the id in words where no line-up told it.</param>
/// <param name="Role">The line.</param>
/// <param name="TeamId">The team of the latest line-up; absent where none is known.</param>
/// <param name="Ratings">The latest rating of each match, the latest match first; at most 40.</param>
public sealed record PlayerAnswer(PlayerId PlayerId, string Name, PlayerRole Role, TeamId? TeamId, ImmutableArray<LiveRatingUpdate> Ratings);
