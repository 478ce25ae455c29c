using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Ingest;

namespace ShellCorp.Grains.Ingest;

/// <summary>What becomes of an event.</summary>
internal readonly record struct IngestVerdict(IngestStatus Status, ImmutableArray<FieldError> Errors)
{
    public IngestVerdict(IngestStatus status)
        : this(status, [])
    {
    }
}
