namespace ShellCorp.Cluster.TestSilo.Calls;

/// <inheritdoc/>
internal sealed class CallGrain(CallLog log, ILocalSiloDetails silo, TimeProvider time) : Grain, ICallGrain
{
    public async Task<string> CallAsync(Guid call, TimeSpan takes)
    {
        log.Write(call);
        await Task.Delay(takes, time);
        return silo.SiloAddress.ToParsableString();
    }
}
