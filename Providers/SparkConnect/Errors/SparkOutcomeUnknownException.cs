namespace SparkConnect.Errors;

/// <summary>
/// A command may have reached the server and nothing tells how it ended: it may have taken effect, may do so <em>later</em>, even after a reported
/// cancellation, or never. The client doesn't repeat it. Ask where the effect would be; as long as the server holds the operation,
/// <see cref="SparkSession.CollectAsync"/> tells its true end.
/// </summary>
public sealed class SparkOutcomeUnknownException : SparkException
{
    internal SparkOutcomeUnknownException(string? operationId, Exception inner)
        : base($"It isn't known how operation {operationId ?? "without an id"} ended, or will: {inner.Message}", inner)
    {
        OperationId = Guid.TryParse(operationId, out var id) ? id : null;
    }

    /// <summary>The operation; null where none was given and the server's hadn't arrived.</summary>
    public Guid? OperationId { get; }
}
