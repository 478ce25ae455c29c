namespace ShellCorp.Analytics.Landing;

/// <summary>Landing can't go on without somebody's decision; the message says why and what can be done.</summary>
public sealed class LandingStoppedException(string message) : Exception(message);
