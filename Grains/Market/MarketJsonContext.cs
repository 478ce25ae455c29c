using System.Text.Json.Serialization;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>The market's events as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MarketEvent))]
internal sealed partial class MarketJsonContext : JsonSerializerContext;
