namespace ShellCorp.Feeds.Wyscout;

/// <summary>A substitution as the match's data tell it.</summary>
/// <param name="Off">Who goes off.</param>
/// <param name="On">Who comes on.</param>
/// <param name="Minute">The minute in people's counting: 71 is between 70:00 and 71:00 on the clock.</param>
internal sealed record WyscoutSubstitution(PlayerId Off, PlayerId On, int Minute);
