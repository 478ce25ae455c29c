using System.Text.Json;
using System.Text.Json.Serialization;
using ShellCorp.Events;
using ShellCorp.Events.Json;

namespace ShellCorp.Web.Api;

/// <summary>Writes a live rating as it stands in the log, with id and time.</summary>
internal sealed class LiveRatingConverter : JsonConverter<LiveRatingUpdate>
{
    public override LiveRatingUpdate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are read by EventReader.");

    public override void Write(Utf8JsonWriter writer, LiveRatingUpdate value, JsonSerializerOptions options) =>
        EventWriter.WriteItem(writer, value);
}
