using ShellCorp.Grains.Live;
using ShellCorp.Live;

namespace ShellCorp.Grains.Tests.Live;

/// <summary>Something that tells the hub what the test says.</summary>
internal sealed class LiveSourceInMemory : ILiveSource
{
    public required LiveChanges All { get; init; }

    public LiveChanges? Heartbeat { get; set; }

    public Task<LiveChanges> GetAllAsync() => Task.FromResult(All);
}
