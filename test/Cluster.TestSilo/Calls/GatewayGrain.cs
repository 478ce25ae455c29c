using Orleans.Concurrency;

namespace ShellCorp.Cluster.TestSilo.Calls;

/// <inheritdoc/>
[StatelessWorker]
internal sealed class GatewayGrain(ILocalSiloDetails silo) : Grain, IGatewayGrain
{
    public Task<string> WhereAsync() => Task.FromResult(silo.SiloAddress.ToParsableString());
}
