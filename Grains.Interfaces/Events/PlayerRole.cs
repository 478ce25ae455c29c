using System.Text.Json.Serialization;

namespace ShellCorp.Events;

/// <summary>A player's line; goals, clean sheets and goals conceded weigh differently for each.</summary>
[GenerateSerializer, Alias("shellcorp.player-role")]
[JsonConverter(typeof(JsonStringEnumConverter<PlayerRole>))]
public enum PlayerRole
{
    /// <summary>Not told by any line-up.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown = 0,

    /// <summary>Goalkeeper.</summary>
    [JsonStringEnumMemberName("GKP")] Goalkeeper = 1,

    /// <summary>Defender.</summary>
    [JsonStringEnumMemberName("DEF")] Defender = 2,

    /// <summary>Midfielder.</summary>
    [JsonStringEnumMemberName("MID")] Midfielder = 3,

    /// <summary>Forward.</summary>
    [JsonStringEnumMemberName("FWD")] Forward = 4,
}
