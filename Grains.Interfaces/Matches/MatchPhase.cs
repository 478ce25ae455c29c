using System.Text.Json.Serialization;

namespace ShellCorp.Matches;

/// <summary>Where a match stands.</summary>
[GenerateSerializer, Alias("shellcorp.match-phase")]
[JsonConverter(typeof(JsonStringEnumConverter<MatchPhase>))]
public enum MatchPhase
{
    /// <summary>Known, not begun.</summary>
    [JsonStringEnumMemberName("scheduled")] Scheduled = 0,

    /// <summary>A period is being played.</summary>
    [JsonStringEnumMemberName("playing")] Playing = 1,

    /// <summary>Between two periods.</summary>
    [JsonStringEnumMemberName("break")] Break = 2,

    /// <summary>Over.</summary>
    [JsonStringEnumMemberName("finished")] Finished = 3,
}
