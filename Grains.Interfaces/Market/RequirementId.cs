using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp.Market;

/// <summary>What a club is looking for. Ids grow with time, so that a list by id is a list by age.</summary>
/// <param name="Value">A Guid of version 7.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.requirement-id")]
[JsonConverter(typeof(TextIdJsonConverter<RequirementId>))]
public readonly record struct RequirementId([property: Id(0)] Guid Value) : ITextId<RequirementId>
{
    /// <inheritdoc/>
    public static bool TryParse(string text, out RequirementId id)
    {
        var isRead = Guid.TryParseExact(text, "n", out var value);
        id = new(value);
        return isRead;
    }

    /// <summary>The Guid's 32 hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("n");
}
