using System.Collections.Immutable;

namespace ShellCorp.Silo.Scaling;

/// <summary>How many silos are wanted.</summary>
/// <param name="Silos">The number: the highest that a rule wants, and never more than the maximum.</param>
/// <param name="Now">How many there are.</param>
/// <param name="Time">When this was worked out.</param>
/// <param name="Reasons">What each rule wants.</param>
public sealed record ScaleAnswer(int Silos, int Now, DateTimeOffset Time, ImmutableArray<ScaleReason> Reasons);
