using ShellCorp.Events;
using ShellCorp.Matches;

namespace ShellCorp.Grains.Live;

/// <summary>A match on the <see cref="LiveBoard"/>.</summary>
internal sealed class BoardMatch
{
    public MatchSummary? Summary { get; set; }

    public Dictionary<PlayerId, LiveRatingUpdate> Ratings { get; } = [];

    /// <summary>When it changed last, by the board's count of changes.</summary>
    public long ChangedAt { get; set; }

    public bool IsFinished => Summary?.Phase == MatchPhase.Finished;
}
