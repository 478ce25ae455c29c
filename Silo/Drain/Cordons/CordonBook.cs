using System.Collections.Concurrent;

namespace ShellCorp.Silo.Drain.Cordons;

/// <summary>The silos that this one places nothing on. A silo's address has its generation: it never comes back, and needn't be forgotten.</summary>
public sealed class CordonBook
{
    private readonly ConcurrentDictionary<SiloAddress, bool> _silos = new();

    /// <summary>Adds one; false if it is in already.</summary>
    public bool Add(SiloAddress silo) => _silos.TryAdd(silo, true);

    /// <summary>Whether it is in.</summary>
    public bool Contains(SiloAddress silo) => _silos.ContainsKey(silo);
}
