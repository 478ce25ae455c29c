namespace ShellCorp.Silo.Scaling;

/// <summary>What one rule wants.</summary>
/// <param name="Rule"><c>minimum</c>, <c>calendar</c>, <c>lag</c>, <c>keep</c> or <c>maximum</c>.</param>
/// <param name="Silos">How many silos.</param>
/// <param name="Why">For people.</param>
public sealed record ScaleReason(string Rule, int Silos, string Why);
