using System.Collections.Immutable;

namespace ShellCorp.Events;

/// <summary>
/// An event that can never be applied, however often it is delivered. The stream provider takes it to the dead-letter topic and goes on; any
/// other exception means "not now" and is retried.
/// </summary>
[GenerateSerializer, Alias("shellcorp.event-refused")]
public sealed class EventRefusedException : Exception
{
    /// <summary>Refuses an event.</summary>
    /// <param name="eventId">Its identity, or an empty string where it has none.</param>
    /// <param name="errors">What is wrong, one entry a field; at least one.</param>
    public EventRefusedException(string eventId, ImmutableArray<FieldError> errors)
        : base($"Event '{eventId}' is refused: {string.Join("; ", errors)}")
    {
        EventId = eventId;
        Errors = errors;
    }

    /// <summary>The event's identity, or an empty string.</summary>
    [Id(0)] public string EventId { get; }

    /// <summary>What is wrong, one entry a field.</summary>
    [Id(1)] public ImmutableArray<FieldError> Errors { get; }
}
