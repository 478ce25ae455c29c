using System.Buffers.Text;
using System.Text;

namespace ShellCorp.Events.Json;

/// <content>Rules for what stands around the data.</content>
public static partial class CloudEventCodec
{
    private static RecordType? CheckAttributes(CloudEventAttributes attributes, string topic, FieldErrors errors)
    {
        var prefix = attributes.Prefix;

        // Absent is tolerated, for who writes by hand: there is only one major version.
        if (attributes.SpecVersion is { } version && version.Split('.')[0] != "1")
            errors.Add($"{prefix}specversion", version, $"is unknown; {SpecVersion} is known");

        if (string.IsNullOrEmpty(attributes.Id))
            errors.Add($"{prefix}id", attributes.Id, "is missing");

        if (attributes.ContentType is { } mediaType && mediaType.Split(';')[0].Trim() is var media
            && !media.Equals(JsonMediaType, StringComparison.OrdinalIgnoreCase))
            errors.Add(prefix.Length == 0 ? "datacontenttype" : EventHeaders.ContentType, mediaType, $"must be {JsonMediaType}");

        var type = FindType(attributes.Type, $"{prefix}type", errors);
        if (type is not null && type.Topic != topic)
            errors.Add($"{prefix}type", type.Name, $"belongs to topic {type.Topic}, not to {topic}");

        return type;
    }

    private static RecordType? FindType(string? name, string field, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(name))
        {
            errors.Add(field, name, $"is missing; known are {RecordType.Names}");
            return null;
        }

        var known = RecordType.Find(name);
        if (known is null)
        {
            errors.Add(field, name, RecordType.FindFamily(name) is { } family
                ? $"is of a major version that isn't known; known is {family.Name}"
                : $"is unknown; known are {RecordType.Names}");
        }

        return known;
    }

    private static EventEnvelope EnvelopeOf(CloudEventAttributes attributes, DateTimeOffset? recordTime, FieldErrors errors)
    {
        var time = recordTime;
        if (attributes.Time is { } text)
        {
            if (Rfc3339.TryParse(text, out var told))
                time = told;
            else
                errors.Add($"{attributes.Prefix}time", text, "must be a time with offset by RFC 3339, such as 2018-06-14T15:00:00Z");
        }

        return new() { Id = attributes.Id ?? "", Time = time, Source = attributes.Source };
    }

    private static void CheckKey(ReadOnlySpan<byte> key, RecordType? type, object? decoded, FieldErrors errors)
    {
        if (type is null)
            return;

        if (key.IsEmpty)
            errors.Add("key", null, $"is missing; it must be the data's {type.KeyField}, in digits");
        else if (!Utf8Parser.TryParse(key, out long number, out var length) || length != key.Length)
            errors.Add("key", Encoding.UTF8.GetString(key), $"must be the data's {type.KeyField}, in digits");
        else if (decoded is not null && number != type.KeyOf(decoded))
            errors.Add("key", number, $"is not the data's {type.KeyField}, {type.KeyOf(decoded)}");
    }
}
