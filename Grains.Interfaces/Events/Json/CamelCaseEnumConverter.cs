using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShellCorp.Events.Json;

/// <summary>An enumeration by the names of its members, beginning with a small letter; no numbers.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
