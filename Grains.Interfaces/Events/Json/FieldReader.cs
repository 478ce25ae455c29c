using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <summary>Reads the fields of one JSON object; what is missing or of the wrong type becomes an error, never an exception.</summary>
internal readonly struct FieldReader(JsonElement json, string path, FieldErrors errors)
{
    public string Path { get; } = path;

    public FieldErrors Errors { get; } = errors;

    /// <summary>Whether a field stands there; null is the same as absent.</summary>
    public bool Has(string name) => Find(name, false) is not null;

    public long? Integer(string name, bool required = false) => Read(name, required, "must be a whole number, without quotes", static value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : (long?)null);

    public int? Int32(string name, bool required = false) => Read(name, required, "must be a whole number, without quotes", static value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : (int?)null);

    public double? Number(string name, bool required = false) => Read(name, required, "must be a number, without quotes", static value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : (double?)null);

    public bool? Flag(string name, bool required = false) => Read(name, required, "must be true or false", static value =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : (bool?)null);

    public DateTimeOffset? Time(string name, bool required = false) =>
        Read(name, required, "must be a time with offset by RFC 3339, such as 2018-06-14T15:00:00Z", static value =>
            value.ValueKind == JsonValueKind.String && Rfc3339.TryParse(value.GetString()!, out var time) ? time : (DateTimeOffset?)null);

    public JsonElement? Object(string name, bool required = false) => Read(name, required, "must be an object", static value =>
        value.ValueKind == JsonValueKind.Object ? value : (JsonElement?)null);

    public JsonElement? Array(string name, bool required = false) => Read(name, required, "must be an array", static value =>
        value.ValueKind == JsonValueKind.Array ? value : (JsonElement?)null);

    public string? Text(string name, bool required = false)
    {
        if (Find(name, required) is not { } value)
            return null;

        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();

        Errors.Add(Path + name, Raw(value), "must be a string");
        return null;
    }

    public T? Name<T>(string name, WireNames<T> names, bool required = false)
        where T : struct, Enum
    {
        if (Text(name, required) is not { } text)
            return null;

        if (names.TryParse(text, out var value))
            return value;

        Errors.Add(Path + name, text, $"is unknown; allowed are {names.Listed}");
        return null;
    }

    internal static string Raw(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private T? Read<T>(string name, bool required, string expected, Func<JsonElement, T?> read)
        where T : struct
    {
        if (Find(name, required) is not { } value)
            return null;

        if (read(value) is { } found)
            return found;

        Errors.Add(Path + name, Raw(value), expected);
        return null;
    }

    private JsonElement? Find(string name, bool required)
    {
        if (json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            return value;

        if (required)
            Errors.Add(Path + name, null, "is missing");

        return null;
    }
}
