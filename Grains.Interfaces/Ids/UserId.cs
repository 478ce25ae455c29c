using System.Globalization;
using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp;

/// <summary>A person who uses the market; positive.</summary>
/// <param name="Value">The number.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.user-id")]
[JsonConverter(typeof(IdJsonConverter<UserId>))]
public readonly record struct UserId([property: Id(0)] long Value) : IId<UserId>
{
    /// <inheritdoc/>
    public static UserId From(long value) => new(value);

    /// <summary>The number in invariant digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
