namespace ShellCorp.Grains.Tests.Clusters;

/// <summary>Runs a test turn by turn, as a grain runs: what it starts in the background never runs at the same time as itself.</summary>
public static class Turns
{
    public static Task RunAsync(Func<Task> test) => Task.Factory.StartNew(
        test, CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap();
}
