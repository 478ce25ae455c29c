using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp.Market;

/// <summary>A player pitched to a club. Ids grow with time, so that a list by id is a list by age.</summary>
/// <param name="Value">A Guid of version 7.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.pitch-id")]
[JsonConverter(typeof(TextIdJsonConverter<PitchId>))]
public readonly record struct PitchId([property: Id(0)] Guid Value) : ITextId<PitchId>
{
    /// <inheritdoc/>
    public static bool TryParse(string text, out PitchId id)
    {
        var isRead = Guid.TryParseExact(text, "n", out var value);
        id = new(value);
        return isRead;
    }

    /// <summary>The Guid's 32 hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("n");
}
