using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Matches;

namespace ShellCorp.Web.Matches;

/// <summary>A match's page, made of what is known now; see <see cref="MatchBoardBuilder"/>.</summary>
public sealed record MatchBoard
{
    public required MatchSummary Summary { get; init; }

    /// <summary>The latest moment that the summary or a rating tells.</summary>
    public required MatchTime Clock { get; init; }

    public required TeamBoard Home { get; init; }

    public required TeamBoard Away { get; init; }

    /// <summary>Rated players whom no line-up names.</summary>
    public required ImmutableArray<PlayerRow> Unlisted { get; init; }

    /// <summary>Goals, cards, substitutions and periods, ascending by time.</summary>
    public required ImmutableArray<TimelineEntry> Timeline { get; init; }

    /// <summary>Whether the line-up is known.</summary>
    public required bool HasSheet { get; init; }

    /// <summary>Everybody.</summary>
    public IEnumerable<PlayerRow> Players => Home.Players.Concat(Away.Players).Concat(Unlisted);
}
