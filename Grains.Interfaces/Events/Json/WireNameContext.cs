using System.Text.Json.Serialization;
using ShellCorp.Market;

namespace ShellCorp.Events.Json;

/// <summary>Serializers of the enumerations, so that a name stands in one place: the attribute of its member.</summary>
[JsonSerializable(typeof(PlayerAction))]
[JsonSerializable(typeof(MatchFact))]
[JsonSerializable(typeof(MatchPeriod))]
[JsonSerializable(typeof(PlayerRole))]
[JsonSerializable(typeof(ActionOutcome))]
[JsonSerializable(typeof(AttentionKind))]
[JsonSerializable(typeof(MarketEventKind))]
internal sealed partial class WireNameContext : JsonSerializerContext;
