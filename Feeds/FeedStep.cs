using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds;

/// <summary>What a feed tells at one moment of a match.</summary>
public sealed record FeedStep
{
    /// <summary>Real time since kick-off, breaks between periods included.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>True for a row of the source, false for what the feed adds from the match's own data: line-up, periods, substitutions, full time.</summary>
    public required bool IsRow { get; init; }

    /// <summary>Player updates; a row with a player makes exactly one, a row without makes none.</summary>
    public ImmutableArray<PlayerUpdate> PlayerUpdates { get; init; } = [];

    /// <summary>Match updates; a row without a player makes one, a row that is a fact of the match (goal, card) makes one besides the player's.</summary>
    public ImmutableArray<MatchUpdate> MatchUpdates { get; init; } = [];
}
