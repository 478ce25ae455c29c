using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Ingest;

/// <summary>What became of one event.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.ingest-answer.v1")]
public sealed record IngestAnswer
{
    /// <summary>The event's identity.</summary>
    [Id(0)] public required string EventId { get; init; }

    /// <summary>Accepted, rejected or deferred.</summary>
    [Id(1)] public required IngestStatus Status { get; init; }

    /// <summary>Why it was rejected, one entry a field; empty otherwise.</summary>
    [Id(2)] public ImmutableArray<FieldError> Errors { get; init; } = [];
}
