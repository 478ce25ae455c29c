using System.Globalization;
using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp;

/// <summary>A team, in the numbering of the feed; positive.</summary>
/// <param name="Value">The number.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.team-id")]
[JsonConverter(typeof(IdJsonConverter<TeamId>))]
public readonly record struct TeamId([property: Id(0)] long Value) : IId<TeamId>
{
    /// <inheritdoc/>
    public static TeamId From(long value) => new(value);

    /// <summary>The number in invariant digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
