namespace ShellCorp.Silo.Drain;

/// <summary>Whether this silo wants traffic from outside. Thread-safe.</summary>
public sealed class SiloReadiness
{
    private volatile string? _reason = "the silo is starting";

    /// <summary>Whether it is ready.</summary>
    public bool IsReady => _reason is null;

    /// <summary>Why it isn't ready; null if it is.</summary>
    public string? Reason => _reason;

    /// <summary>It serves.</summary>
    public void Ready() => _reason = null;

    /// <summary>It doesn't want traffic, and tells why.</summary>
    public void NotReady(string reason) => _reason = reason;
}
