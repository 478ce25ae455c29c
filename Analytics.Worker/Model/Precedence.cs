namespace ShellCorp.Analytics.Model;

/// <summary>By which column two versions of one row are told apart.</summary>
/// <param name="Column">The column; never null.</param>
/// <param name="HigherWins">Whether the higher value wins, or the lower one.</param>
public sealed record Precedence(string Column, bool HigherWins);
