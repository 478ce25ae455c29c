using System.Text.Json.Serialization;

namespace ShellCorp.Events;

/// <summary>The facts of a match.</summary>
[GenerateSerializer, Alias("shellcorp.match-fact")]
[JsonConverter(typeof(JsonStringEnumConverter<MatchFact>))]
public enum MatchFact
{
    /// <summary>Both teams' squads, see <see cref="MatchUpdate.Sheet"/>. Makes the match, its teams and its players known.</summary>
    [JsonStringEnumMemberName("lineUp")] LineUp = 0,

    /// <summary>A period starts.</summary>
    [JsonStringEnumMemberName("periodStart")] PeriodStart = 1,

    /// <summary>A period ends.</summary>
    [JsonStringEnumMemberName("periodEnd")] PeriodEnd = 2,

    /// <summary>A goal by <see cref="MatchUpdate.PlayerId"/> for <see cref="MatchUpdate.TeamId"/>, penalties in play among them.</summary>
    [JsonStringEnumMemberName("goal")] Goal = 3,

    /// <summary>An own goal by <see cref="MatchUpdate.PlayerId"/> of <see cref="MatchUpdate.TeamId"/>; it counts for the other team.</summary>
    [JsonStringEnumMemberName("ownGoal")] OwnGoal = 4,

    /// <summary>A kick of the shoot-out went in.</summary>
    [JsonStringEnumMemberName("shootOutScored")] ShootOutScored = 5,

    /// <summary>A kick of the shoot-out did not go in.</summary>
    [JsonStringEnumMemberName("shootOutMissed")] ShootOutMissed = 6,

    /// <summary>A first yellow card.</summary>
    [JsonStringEnumMemberName("yellowCard")] YellowCard = 7,

    /// <summary>A second yellow card: the player leaves the pitch.</summary>
    [JsonStringEnumMemberName("secondYellowCard")] SecondYellowCard = 8,

    /// <summary>A straight red card: the player leaves the pitch.</summary>
    [JsonStringEnumMemberName("redCard")] RedCard = 9,

    /// <summary><see cref="MatchUpdate.PlayerId"/> goes off, <see cref="MatchUpdate.PlayerInId"/> comes on.</summary>
    [JsonStringEnumMemberName("substitution")] Substitution = 10,

    /// <summary>Play stops: the ball is out, the whistle goes.</summary>
    [JsonStringEnumMemberName("interruption")] Interruption = 11,

    /// <summary>The match is over, after 90 or 120 minutes or the shoot-out.</summary>
    [JsonStringEnumMemberName("fullTime")] FullTime = 12,
}
