using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>Reads bodies, and says of one that can't be read which field it is.</summary>
internal static class MarketBody
{
    /// <exception cref="MarketRefusedException">A field is missing, or isn't what it must be.</exception>
    public static T Read<T>(JsonDocument document, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return document.Deserialize(type) ?? throw new MarketRefusedException("", "null", "must be an object");
        }
        catch (JsonException wrong)
        {
            throw Refuse(document.RootElement, type, wrong);
        }
    }

    private static MarketRefusedException Refuse(JsonElement body, JsonTypeInfo type, JsonException wrong)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return new("", body.GetRawText(), "must be an object");
        if (Missing(body, type) is { } missing)
            return new(missing, null, "is missing");
        var field = wrong.Path is { Length: > 2 } path ? path[2..] : "";
        return new(field, body.TryGetProperty(field, out var value) ? value.GetRawText() : null, "isn't what it must be; see /openapi/v1.json");
    }

    private static bool IsRequired(JsonPropertyInfo property) => property.AssociatedParameter is { } parameter ? !parameter.HasDefaultValue : property.IsRequired;

    private static string? Missing(JsonElement body, JsonTypeInfo type) => type.Properties
        .Where(property => IsRequired(property) && (!body.TryGetProperty(property.Name, out var value) || value.ValueKind == JsonValueKind.Null))
        .Select(property => property.Name)
        .FirstOrDefault();
}
