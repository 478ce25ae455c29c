using System.Text.Json.Serialization;

namespace ShellCorp.Events;

/// <summary>A period of a match, in the order in which they are played.</summary>
[GenerateSerializer, Alias("shellcorp.match-period")]
[JsonConverter(typeof(JsonStringEnumConverter<MatchPeriod>))]
public enum MatchPeriod
{
    /// <summary>Minutes 0 to 45.</summary>
    [JsonStringEnumMemberName("1H")] FirstHalf = 0,

    /// <summary>Minutes 45 to 90.</summary>
    [JsonStringEnumMemberName("2H")] SecondHalf = 1,

    /// <summary>Minutes 90 to 105.</summary>
    [JsonStringEnumMemberName("E1")] FirstExtraTime = 2,

    /// <summary>Minutes 105 to 120.</summary>
    [JsonStringEnumMemberName("E2")] SecondExtraTime = 3,

    /// <summary>The shoot-out: nothing in it counts as a goal, and no minutes are played.</summary>
    [JsonStringEnumMemberName("P")] ShootOut = 4,
}
