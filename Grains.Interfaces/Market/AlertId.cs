using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp.Market;

/// <summary>One of a desk's alerts. Ids grow with time, and what an alert was made for makes its id: nothing alerts twice.</summary>
/// <param name="Value">Printable characters, at most 120; nothing is to be read from it.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.alert-id")]
[JsonConverter(typeof(TextIdJsonConverter<AlertId>))]
public readonly record struct AlertId([property: Id(0)] string Value) : ITextId<AlertId>
{
    /// <inheritdoc/>
    public static bool TryParse(string text, out AlertId id)
    {
        id = new(text);
        return true;
    }

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
