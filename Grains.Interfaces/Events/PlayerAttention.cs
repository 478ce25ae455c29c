namespace ShellCorp.Events;

/// <summary>
/// What somebody did about a player. Topic <see cref="Topics.PlayerAttention"/>, key = player. Applying it is idempotent by <see cref="Id"/>; who follows
/// twice is one follower, and what one account does takes effect in the order of the log.
/// </summary>
[GenerateSerializer, Immutable, Alias("shellcorp.player-attention.v1")]
public sealed record PlayerAttention
{
    /// <summary>The event's identity (<c>ce_id</c>), at most 200 characters; the same id is the same event.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The player.</summary>
    [Id(1)] public required PlayerId PlayerId { get; init; }

    /// <summary>What.</summary>
    [Id(2)] public required AttentionKind Kind { get; init; }

    /// <summary>Who: an account in the source's own naming, 1 to 100 printable characters.</summary>
    [Id(3)] public required string By { get; init; }

    /// <summary>When (<c>ce_time</c>).</summary>
    [Id(4)] public DateTimeOffset OccurredAt { get; init; }
}
