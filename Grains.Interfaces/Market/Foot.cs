using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp.Market;

/// <summary>The foot that a player shoots with.</summary>
[GenerateSerializer, Alias("shellcorp.foot")]
[JsonConverter(typeof(CamelCaseEnumConverter<Foot>))]
public enum Foot
{
    /// <summary>Any, or not known.</summary>
    Any = 0,

    /// <summary>Left.</summary>
    Left = 1,

    /// <summary>Right.</summary>
    Right = 2,

    /// <summary>Both alike.</summary>
    Both = 3,
}
