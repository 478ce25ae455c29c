using System.Text;

namespace ShellCorp.Events.Json;

/// <summary>The attributes of a CloudEvent as they were given, not checked yet.</summary>
internal sealed record CloudEventAttributes
{
    public const string StructuredMediaType = "application/cloudevents+json";

    /// <summary>What the attribute's name starts with: <c>ce_</c> among headers, nothing in structured mode.</summary>
    public required string Prefix { get; init; }

    public string? SpecVersion { get; private init; }

    public string? Id { get; private init; }

    public string? Type { get; private init; }

    public string? Source { get; private init; }

    public string? Time { get; private init; }

    public string? ContentType { get; private init; }

    public bool IsStructured => ContentType?.StartsWith(StructuredMediaType, StringComparison.OrdinalIgnoreCase) ?? false;

    public static CloudEventAttributes Of(IEnumerable<EventHeader> headers)
    {
        var attributes = new CloudEventAttributes { Prefix = "ce_" };
        foreach (var (name, value) in headers)
        {
            attributes = name switch
            {
                EventHeaders.SpecVersion => attributes with { SpecVersion = Text(value) },
                EventHeaders.Id => attributes with { Id = Text(value) },
                EventHeaders.Type => attributes with { Type = Text(value) },
                EventHeaders.Source => attributes with { Source = Text(value) },
                EventHeaders.Time => attributes with { Time = Text(value) },
                EventHeaders.ContentType => attributes with { ContentType = Text(value) },
                _ => attributes,
            };
        }

        return attributes;
    }

    public static CloudEventAttributes Of(FieldReader envelope) => new()
    {
        Prefix = "",
        SpecVersion = envelope.Text("specversion"),
        Id = envelope.Text("id"),
        Type = envelope.Text("type"),
        Source = envelope.Text("source"),
        Time = envelope.Text("time"),
        ContentType = envelope.Text("datacontenttype"),
    };

    private static string? Text(byte[]? value) => value is null ? null : Encoding.UTF8.GetString(value);
}
