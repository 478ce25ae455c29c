using System.Collections.Immutable;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>A rating.</summary>
/// <param name="Hundredths">300 to 1000; 600 is where it starts.</param>
/// <param name="Shown">Whether users see it.</param>
/// <param name="MinutesPlayed">By the schedule.</param>
/// <param name="Categories">What each <see cref="Events.RatingCategory"/> adds, in thousandths; they add up to the distance from 6.00.</param>
public readonly record struct Rating(int Hundredths, bool Shown, int MinutesPlayed, ImmutableArray<int> Categories);
