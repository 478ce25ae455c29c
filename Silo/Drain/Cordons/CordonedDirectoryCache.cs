using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime.GrainDirectory;

namespace ShellCorp.Silo.Drain.Cordons;

/// <summary>
/// Remembers where grains are, except on silos that are about to go: there the directory is asked. Orleans forgets such places only when the silo
/// is dead, and a silo that stops refuses for some moments what is sent to it, before it is.
/// </summary>
/// <param name="inner">Orleans's own.</param>
/// <param name="cordons">The silos that are about to go.</param>
public sealed class CordonedDirectoryCache(IGrainDirectoryCache inner, CordonBook cordons) : IGrainDirectoryCache
{
    /// <inheritdoc/>
    public IEnumerable<(GrainAddress ActivationAddress, int Version)> KeyValues => inner.KeyValues;

    /// <inheritdoc/>
    public void AddOrUpdate(GrainAddress value, int version) => inner.AddOrUpdate(value, version);

    /// <inheritdoc/>
    public bool Remove(GrainId key) => inner.Remove(key);

    /// <inheritdoc/>
    public bool Remove(GrainAddress key) => inner.Remove(key);

    /// <inheritdoc/>
    public void Clear() => inner.Clear();

    /// <inheritdoc/>
    public bool LookUp(GrainId key, [NotNullWhen(true)] out GrainAddress? result, out int version)
    {
        if (inner.LookUp(key, out result, out version) && !IsLeaving(result))
            return true;
        (result, version) = (null, 0);
        return false;
    }

    private bool IsLeaving(GrainAddress address) => address.SiloAddress is { } silo && cordons.Contains(silo);
}
