namespace ShellCorp.Feeds.Wyscout;

/// <summary>An entry in a team's list of substitutions, of which one player may be missing.</summary>
/// <param name="Off">Who goes off, or null where it isn't told.</param>
/// <param name="On">Who comes on, or null where it isn't told.</param>
/// <param name="Minute">As in <see cref="WyscoutSubstitution"/>.</param>
internal sealed record WyscoutSubstitutionEntry(PlayerId? Off, PlayerId? On, int Minute)
{
    /// <summary>The substitution, if both are told.</summary>
    public WyscoutSubstitution? Whole => Off is { } off && On is { } on ? new(off, on, Minute) : null;
}
