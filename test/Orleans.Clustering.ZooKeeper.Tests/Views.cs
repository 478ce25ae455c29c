namespace Orleans.Clustering.Tests;

/// <summary>Tells a writer that a reader has seen something since.</summary>
internal sealed class Views
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task NextAsync() => Volatile.Read(ref _next).Task;

    internal void Tell() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
