namespace SparkConnect.Statements;

/// <summary>How a statement is run.</summary>
public sealed record SparkRunOptions
{
    /// <summary>All defaults.</summary>
    public static SparkRunOptions Default { get; } = new();

    /// <summary>
    /// The operation's id, by which it can be interrupted, collected and released. Default: a new one; none for a statement that isn't reattachable, then the server makes one.
    /// It protects against a second run only while the server holds the operation: an id that was released, or dropped, runs again.
    /// </summary>
    public Guid? OperationId { get; init; }

    /// <summary>Whether the server keeps the results until they are released, so that a broken stream can be taken up again. Default true.</summary>
    public bool IsReattachable { get; init; } = true;

    /// <summary>
    /// Whether doing it twice does no harm. A command that the server doesn't know when it is asked again is then sent anew; otherwise it ends in
    /// <see cref="Errors.SparkOutcomeUnknownException"/>, since a server that was restarted doesn't know what it did either. Queries are always repeatable. Default false.
    /// </summary>
    public bool IsRepeatable { get; init; }

    /// <summary>
    /// Whether the server keeps a command that has ended until <see cref="SparkSession.ReleaseAsync"/>: for callers that write down its outcome first. Default false: it is released at its end.
    /// </summary>
    public bool KeepsOperation { get; init; }

    /// <summary>After how long it is interrupted and given up. Default: never.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Tags, by which several operations can be interrupted together. Default none.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
