using System.Text.Json.Serialization;

namespace ShellCorp.Events;

/// <summary>How an action ended for the one who acted: a pass that arrived, a duel won, a shot on target.</summary>
[GenerateSerializer, Alias("shellcorp.action-outcome")]
[JsonConverter(typeof(JsonStringEnumConverter<ActionOutcome>))]
public enum ActionOutcome
{
    /// <summary>Not told, or without meaning for the kind.</summary>
    [JsonStringEnumMemberName("none")] None = 0,

    /// <summary>It came off.</summary>
    [JsonStringEnumMemberName("success")] Success = 1,

    /// <summary>It didn't.</summary>
    [JsonStringEnumMemberName("failure")] Failure = 2,

    /// <summary>Neither side got the better of it.</summary>
    [JsonStringEnumMemberName("neutral")] Neutral = 3,
}
