namespace ShellCorp.Cluster.Tests.Elasticity.Drains;

/// <inheritdoc cref="IMeetingGrain"/>
public abstract class MeetingGrain(Gate gate, IGrainFactory grains) : Grain, IMeetingGrain
{
    public async Task<string> AskAsync(GrainId other)
    {
        await gate.PassAsync();
        return await grains.GetGrain<IMeetingGrain>(other).TellAsync();
    }

    public Task<string> TellAsync() => Task.FromResult($"{this.GetGrainId()}");
}
