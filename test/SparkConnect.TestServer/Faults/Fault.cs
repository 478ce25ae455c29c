namespace SparkConnect.TestServer.Faults;

/// <summary>Something that goes wrong, once.</summary>
/// <param name="kind">What.</param>
/// <param name="statement">A part of the statement's text.</param>
public sealed class Fault(FaultKind kind, string statement)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>After how many responses a stream breaks.</summary>
    public int After { get; init; }

    /// <summary>Completes when a commit waits.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Completes when a commit that waited has happened, or couldn't.</summary>
    public Task Done => _done.Task;

    /// <summary>Lets a commit that waits go on.</summary>
    public void LetGo() => _letGo.TrySetResult();

    internal bool IsFor(FaultKind wanted, string sql) => kind == wanted && sql.Contains(statement, StringComparison.Ordinal);

    internal Task WaitAsync()
    {
        _reached.TrySetResult();
        return _letGo.Task;
    }

    internal void Finish() => _done.TrySetResult();
}
