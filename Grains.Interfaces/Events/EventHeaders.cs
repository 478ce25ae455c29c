namespace ShellCorp.Events;

/// <summary>Kafka headers of our events: CloudEvents' Kafka binding in binary mode, and the routing headers of <see cref="LiveRatingUpdate"/>.</summary>
public static class EventHeaders
{
    /// <summary>The version of CloudEvents, always <c>1.0</c>.</summary>
    public const string SpecVersion = "ce_specversion";

    /// <summary>The event's identity: the same id is the same event, wherever and however often it is delivered.</summary>
    public const string Id = "ce_id";

    /// <summary>One of <see cref="EventTypes"/>.</summary>
    public const string Type = "ce_type";

    /// <summary>Who made the event, a URI reference.</summary>
    public const string Source = "ce_source";

    /// <summary>When it happened, RFC 3339.</summary>
    public const string Time = "ce_time";

    /// <summary>The media type of the value, <c>application/json</c>.</summary>
    public const string ContentType = "content-type";

    /// <summary>The match of a <see cref="LiveRatingUpdate"/>, in digits.</summary>
    public const string Match = "shellcorp-match";

    /// <summary>The team of a <see cref="LiveRatingUpdate"/>, in digits; 0 where it isn't known.</summary>
    public const string Team = "shellcorp-team";
}
