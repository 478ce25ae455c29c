using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp.Market;

/// <summary>The two sides of a conversation.</summary>
[GenerateSerializer, Alias("shellcorp.market-side")]
[JsonConverter(typeof(CamelCaseEnumConverter<MarketSide>))]
public enum MarketSide
{
    /// <summary>The agent.</summary>
    Agent = 1,

    /// <summary>The club.</summary>
    Club = 2,
}
