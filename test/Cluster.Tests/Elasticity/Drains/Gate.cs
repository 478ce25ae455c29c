namespace ShellCorp.Cluster.Tests.Elasticity.Drains;

/// <summary>Holds calls until the test lets them go on.</summary>
public sealed class Gate
{
    private readonly SemaphoreSlim _tickets = new(0);
    private int _waiting;

    /// <summary>How many calls wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Lets calls go on: those that wait, or the next ones.</summary>
    public void Open(int calls) => _tickets.Release(calls);

    /// <summary>Waits.</summary>
    public async Task PassAsync()
    {
        Interlocked.Increment(ref _waiting);
        await _tickets.WaitAsync();
        Interlocked.Decrement(ref _waiting);
    }
}
