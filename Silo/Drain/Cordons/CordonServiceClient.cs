using Orleans.Runtime.Services;

namespace ShellCorp.Silo.Drain.Cordons;

/// <summary>Reaches the service of a certain silo.</summary>
internal sealed class CordonServiceClient(IServiceProvider services) : GrainServiceClient<ICordonService>(services)
{
    public Task CordonAsync(SiloAddress at, SiloAddress leaving) => GetGrainService(at).CordonAsync(leaving);
}
