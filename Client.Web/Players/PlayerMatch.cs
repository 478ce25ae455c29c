using ShellCorp.Events;
using ShellCorp.Web.Matches;

namespace ShellCorp.Web.Players;

/// <summary>A match in a player's list.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Title">Teams and score.</param>
/// <param name="When">The kick-off, or the latest event where no line-up told it.</param>
/// <param name="Rating">The rating.</param>
/// <param name="Face">The rating as a chip.</param>
public sealed record PlayerMatch(MatchId MatchId, string Title, DateTimeOffset When, LiveRatingUpdate Rating, RatingFace Face);
