namespace ShellCorp.Grains.Counters;

/// <summary>The counters can't be reached, or refuse; nothing was changed.</summary>
public sealed class CounterStoreException(string message, Exception? inner = null) : Exception(message, inner);
