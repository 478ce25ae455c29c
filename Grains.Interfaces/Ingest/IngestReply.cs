using System.Collections.Immutable;

namespace ShellCorp.Ingest;

/// <summary>The answers to a batch.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.ingest-reply.v1")]
public sealed record IngestReply
{
    /// <summary>One answer an event, in the order in which they were sent.</summary>
    [Id(0)] public required ImmutableArray<IngestAnswer> Answers { get; init; }

    /// <summary>When to send the deferred ones again; null where none was deferred.</summary>
    [Id(1)] public TimeSpan? RetryAfter { get; init; }
}
