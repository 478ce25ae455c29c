using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>A player on the pitch.</summary>
/// <param name="Id">The player.</param>
/// <param name="Role">The player's line.</param>
/// <param name="Lane">Where across the pitch the player mostly is, 0 to 100.</param>
internal sealed record PitchPlayer(PlayerId Id, PlayerRole Role, double Lane);
