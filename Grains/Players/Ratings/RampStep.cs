namespace ShellCorp.Grains.Players.Ratings;

/// <summary>A corner of a <see cref="Ramp"/>.</summary>
/// <param name="At">Where.</param>
/// <param name="Points">The points there, in thousandths.</param>
public readonly record struct RampStep(int At, int Points);
