using System.Globalization;
using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp;

/// <summary>A match, in the numbering of the feed; positive.</summary>
/// <param name="Value">The number.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.match-id")]
[JsonConverter(typeof(IdJsonConverter<MatchId>))]
public readonly record struct MatchId([property: Id(0)] long Value) : IId<MatchId>
{
    /// <inheritdoc/>
    public static MatchId From(long value) => new(value);

    /// <summary>The number in invariant digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
