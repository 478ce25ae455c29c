namespace ShellCorp.Silo.Tests.Operations;

/// <summary>A cluster of which only one silo's status is known.</summary>
internal sealed class FixedSilos(SiloStatus status) : ISiloStatusOracle
{
    public SiloStatus CurrentStatus => status;

    public string SiloName => "one";

    public SiloAddress SiloAddress => SiloAddress.Zero;

    public SiloAddress[] GetActiveSilos() => [];

    public SiloStatus GetApproximateSiloStatus(SiloAddress siloAddress) => status;

    public Dictionary<SiloAddress, SiloStatus> GetApproximateSiloStatuses(bool onlyActive = false) => new() { [SiloAddress] = status };

    public bool TryGetSiloName(SiloAddress siloAddress, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? siloName)
    {
        siloName = SiloName;
        return true;
    }

    public bool IsFunctionalDirectory(SiloAddress siloAddress) => false;

    public bool IsDeadSilo(SiloAddress silo) => status == SiloStatus.Dead;

    public bool SubscribeToSiloStatusEvents(ISiloStatusListener observer) => false;

    public bool UnSubscribeFromSiloStatusEvents(ISiloStatusListener observer) => false;
}
