using System.Text.Json.Serialization;

namespace ShellCorp.Events.Json;

/// <summary>Serializers of the enumerations, so that a name stands in one place: the attribute of its member.</summary>
[JsonSerializable(typeof(PlayerAction))]
[JsonSerializable(typeof(MatchFact))]
[JsonSerializable(typeof(MatchPeriod))]
[JsonSerializable(typeof(PlayerRole))]
[JsonSerializable(typeof(ActionOutcome))]
internal sealed partial class WireNameContext : JsonSerializerContext;
