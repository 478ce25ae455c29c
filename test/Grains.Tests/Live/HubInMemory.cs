using ShellCorp.Live;

namespace ShellCorp.Grains.Tests.Live;

/// <summary>A hub that remembers the versions that it was told, and fails on demand.</summary>
internal sealed class HubInMemory : ILiveHubGrain
{
    public Guid Identity { get; set; } = Guid.NewGuid();

    /// <summary>How many of the next calls fail.</summary>
    public int Failures { get; set; }

    /// <summary>Whether the next call hangs until it is cancelled.</summary>
    public bool Hangs { get; set; }

    public List<int> Versions { get; } = [];

    public async Task<Guid> PublishAsync(LiveChanges changes, CancellationToken cancellationToken)
    {
        if (Failures > 0)
        {
            Failures--;
            throw new TimeoutException("The hub doesn't answer.");
        }

        if (Hangs)
        {
            Hangs = false;
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        Versions.Add(Assert.Single(changes.Matches).Version);
        return Identity;
    }

    public Task<Guid> SubscribeAsync(ILiveObserver observer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UnsubscribeAsync(ILiveObserver observer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<LiveChanges> GetSnapshotAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
