namespace ShellCorp.Grains.Counters;

/// <summary>Nobody knows whether an addition was made, or will be.</summary>
public sealed class CounterOutcomeUnknownException(string message, Exception? inner = null) : Exception(message, inner);
