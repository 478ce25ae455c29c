using System.Collections.Immutable;

namespace ShellCorp.Events.Json;

/// <summary>An event as a Kafka record: CloudEvents' Kafka binding in binary mode.</summary>
public sealed record EncodedEvent
{
    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>The record key: the player's or match's id in UTF-8 digits.</summary>
    public required byte[] Key { get; init; }

    /// <summary>The record value: the data in JSON.</summary>
    public required byte[] Value { get; init; }

    /// <summary>CloudEvents attributes and routing headers.</summary>
    public required ImmutableArray<EventHeader> Headers { get; init; }
}
