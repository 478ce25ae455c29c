namespace ShellCorp.AppHost.Running;

/// <summary>Part of the log can't be processed any more; the message tells which and why.</summary>
internal sealed class StreamHaltedException(string message) : Exception(message);
