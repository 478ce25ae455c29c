namespace ShellCorp.Events.Json;

/// <summary>What stands outside of an event's data: the attributes of CloudEvents.</summary>
public sealed record EventEnvelope
{
    /// <summary>The event's identity.</summary>
    public required string Id { get; init; }

    /// <summary>When it happened; null where it isn't told.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Who made it; null where it isn't told. Kinds that matches derive are accepted from <see cref="EventSources.Match"/> alone.</summary>
    public string? Source { get; init; }
}
