using System.Globalization;
using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp;

/// <summary>A players' agent; positive.</summary>
/// <param name="Value">The number.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.agent-id")]
[JsonConverter(typeof(IdJsonConverter<AgentId>))]
public readonly record struct AgentId([property: Id(0)] long Value) : IId<AgentId>
{
    /// <inheritdoc/>
    public static AgentId From(long value) => new(value);

    /// <summary>The number in invariant digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
