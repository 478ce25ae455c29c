using Orleans.Services;

namespace ShellCorp.Silo.Drain.Cordons;

/// <summary>One on each silo: takes note of the silos that are about to go.</summary>
[Alias("shellcorp.cordon-service")]
internal interface ICordonService : IGrainService
{
    /// <summary>Nothing is placed on that silo any more once this returns. May be repeated.</summary>
    [Alias("cordon")]
    Task CordonAsync(SiloAddress leaving);
}
