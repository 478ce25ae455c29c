using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>What was just done.</summary>
/// <param name="Team">Who did it; of a duel, who had the ball.</param>
/// <param name="Move">What.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Ball">Where the ball is now, as that team sees it.</param>
/// <param name="Actor">The player.</param>
internal sealed record Situation(Side Team, Move Move, ActionOutcome Outcome, PitchPoint Ball, PitchPlayer Actor)
{
    /// <summary>The opponent in a duel.</summary>
    public PitchPlayer? Rival { get; init; }

    /// <summary>Whether the foul gave a penalty.</summary>
    public bool IsPenalty { get; init; }

    /// <summary>Whether play stands until it is restarted from where it was stopped.</summary>
    public bool IsStopped => Move is Move.Foul or Move.Offside;

    /// <summary>Whether the ball went to somebody else.</summary>
    public bool IsDelivery => Move is Move.Pass or Move.Cross or Move.ThrowIn or Move.GoalKick or Move.Corner or Move.FreeKick or Move.Clearance;
}
