namespace ShellCorp.Analytics.Windows;

/// <summary>A version of a rating, as windows see it.</summary>
internal readonly record struct WindowedRating(long Player, long Match, long? Team, int Version, int Hundredths);
