using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp.Market;

/// <summary>What a club wants to agree on.</summary>
[GenerateSerializer, Alias("shellcorp.deal")]
[JsonConverter(typeof(CamelCaseEnumConverter<Deal>))]
public enum Deal
{
    /// <summary>To buy.</summary>
    Buy = 1,

    /// <summary>To take on loan.</summary>
    Loan = 2,
}
