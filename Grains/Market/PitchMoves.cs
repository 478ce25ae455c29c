using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>What may become of a pitch.</summary>
internal static class PitchMoves
{
    /// <summary>Whether a pitch is to change for its next state; it isn't where it is there already.</summary>
    /// <exception cref="MarketRefusedException">It can't come to that state from its own.</exception>
    public static bool Changes(Pitch pitch, PitchState next, string feedback) => (pitch.State, next) switch
    {
        (PitchState.Sent, PitchState.Viewed) => true,
        (PitchState.Viewed or PitchState.Interested or PitchState.Declined, PitchState.Viewed) => false,
        (PitchState.Viewed, PitchState.Interested or PitchState.Declined) => true,
        (PitchState.Interested, PitchState.Interested) or (PitchState.Declined, PitchState.Declined) when pitch.Feedback == feedback => false,
        (_, PitchState.Interested or PitchState.Declined) => throw new MarketRefusedException(
            "decision", next, pitch.State == PitchState.Sent ? "a pitch is decided on after it was viewed" : $"it was decided already: {pitch.State}"),
        _ => throw new MarketRefusedException("decision", next, "is not a decision; there are Interested and Declined"),
    };

    /// <summary>How the log names that a state was reached.</summary>
    public static MarketEventKind EventKind(PitchState state) => state switch
    {
        PitchState.Sent => MarketEventKind.PitchSent,
        PitchState.Viewed => MarketEventKind.PitchViewed,
        PitchState.Interested => MarketEventKind.PitchInterested,
        PitchState.Declined => MarketEventKind.PitchDeclined,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "unknown"),
    };
}
