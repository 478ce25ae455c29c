using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp.Market;

/// <summary>How far a pitch has come. It only goes on: sent, viewed, and then the club is interested or declines.</summary>
[GenerateSerializer, Alias("shellcorp.pitch-state")]
[JsonConverter(typeof(CamelCaseEnumConverter<PitchState>))]
public enum PitchState
{
    /// <summary>The club has not looked at it.</summary>
    Sent = 1,

    /// <summary>The club has looked at it.</summary>
    Viewed = 2,

    /// <summary>The club wants to know more; final.</summary>
    Interested = 3,

    /// <summary>The club doesn't; final.</summary>
    Declined = 4,
}
