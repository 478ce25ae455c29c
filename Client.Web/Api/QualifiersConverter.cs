using System.Text.Json;
using System.Text.Json.Serialization;
using ShellCorp.Events;
using ShellCorp.Events.Json;

namespace ShellCorp.Web.Api;

/// <summary>Writes qualifiers as an array of their names, as events have them.</summary>
internal sealed class QualifiersConverter : JsonConverter<ActionQualifiers>
{
    public override ActionQualifiers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are read by EventReader.");

    public override void Write(Utf8JsonWriter writer, ActionQualifiers value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var (qualifier, name) in WireNames.Qualifiers.All)
        {
            if (value.HasFlag(qualifier))
                writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }
}
