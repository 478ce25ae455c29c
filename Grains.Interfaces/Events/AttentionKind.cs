using System.Text.Json.Serialization;

namespace ShellCorp.Events;

/// <summary>What somebody did about a player.</summary>
[GenerateSerializer, Alias("shellcorp.attention-kind")]
[JsonConverter(typeof(JsonStringEnumConverter<AttentionKind>))]
public enum AttentionKind
{
    /// <summary>Opened the player's page; counts each time.</summary>
    [JsonStringEnumMemberName("viewed")] Viewed = 0,

    /// <summary>Follows the player.</summary>
    [JsonStringEnumMemberName("followed")] Followed = 1,

    /// <summary>Does so no longer.</summary>
    [JsonStringEnumMemberName("unfollowed")] Unfollowed = 2,

    /// <summary>Put the player on a shortlist.</summary>
    [JsonStringEnumMemberName("shortlisted")] Shortlisted = 3,

    /// <summary>Took the player off the shortlist.</summary>
    [JsonStringEnumMemberName("unlisted")] Unlisted = 4,
}
