using System.Globalization;
using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp;

/// <summary>A player, in the numbering of the feed; positive.</summary>
/// <param name="Value">The number.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.player-id")]
[JsonConverter(typeof(IdJsonConverter<PlayerId>))]
public readonly record struct PlayerId([property: Id(0)] long Value) : IId<PlayerId>
{
    /// <inheritdoc/>
    public static PlayerId From(long value) => new(value);

    /// <summary>The number in invariant digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
