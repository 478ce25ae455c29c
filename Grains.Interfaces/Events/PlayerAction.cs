using System.Text.Json.Serialization;

namespace ShellCorp.Events;

/// <summary>
/// What a <see cref="PlayerUpdate"/> tells. The first part is what players do, reported by feeds; the second part is what matches do to
/// players, derived by the match grain from <see cref="MatchUpdate"/>s and never accepted from outside.
/// </summary>
[GenerateSerializer, Alias("shellcorp.player-action")]
[JsonConverter(typeof(JsonStringEnumConverter<PlayerAction>))]
public enum PlayerAction
{
    /// <summary>A pass along the ground or in the air; kinds of passes are qualifiers.</summary>
    [JsonStringEnumMemberName("pass")] Pass = 0,

    /// <summary>A cross from open play.</summary>
    [JsonStringEnumMemberName("cross")] Cross = 1,

    /// <summary>A throw-in.</summary>
    [JsonStringEnumMemberName("throwIn")] ThrowIn = 2,

    /// <summary>A goal kick.</summary>
    [JsonStringEnumMemberName("goalKick")] GoalKick = 3,

    /// <summary>A corner kick.</summary>
    [JsonStringEnumMemberName("corner")] Corner = 4,

    /// <summary>A free kick that is played as a pass or a cross.</summary>
    [JsonStringEnumMemberName("freeKick")] FreeKick = 5,

    /// <summary>An attempt on goal; <see cref="ActionOutcome.Success"/> is on target. A goal itself is a fact of the match.</summary>
    [JsonStringEnumMemberName("shot")] Shot = 6,

    /// <summary>An attempt by the goalkeeper to stop a shot.</summary>
    [JsonStringEnumMemberName("save")] Save = 7,

    /// <summary>The goalkeeper leaves the line.</summary>
    [JsonStringEnumMemberName("keeperSweep")] KeeperSweep = 8,

    /// <summary>A duel on the ground with the ball.</summary>
    [JsonStringEnumMemberName("attackingDuel")] AttackingDuel = 9,

    /// <summary>A duel on the ground against the ball.</summary>
    [JsonStringEnumMemberName("defendingDuel")] DefendingDuel = 10,

    /// <summary>A duel on the ground for a ball that is nobody's.</summary>
    [JsonStringEnumMemberName("looseBallDuel")] LooseBallDuel = 11,

    /// <summary>A duel in the air.</summary>
    [JsonStringEnumMemberName("aerialDuel")] AerialDuel = 12,

    /// <summary>A pass of the opponents cut off; where another action did it, the qualifier of that name.</summary>
    [JsonStringEnumMemberName("interception")] Interception = 13,

    /// <summary>A ball put out of danger.</summary>
    [JsonStringEnumMemberName("clearance")] Clearance = 14,

    /// <summary>A ball won that nobody fought for.</summary>
    [JsonStringEnumMemberName("recovery")] Recovery = 15,

    /// <summary>Any other touch.</summary>
    [JsonStringEnumMemberName("touch")] Touch = 16,

    /// <summary>A run with the ball.</summary>
    [JsonStringEnumMemberName("carry")] Carry = 17,

    /// <summary>A foul or other misconduct by the player. A card is a fact of the match.</summary>
    [JsonStringEnumMemberName("foul")] Foul = 18,

    /// <summary>The player is caught offside.</summary>
    [JsonStringEnumMemberName("offside")] Offside = 19,

    /// <summary>A mistake that led to an attempt of the opponents, or to a goal where the qualifier says so.</summary>
    [JsonStringEnumMemberName("error")] Error = 20,

    /// <summary>Derived: the player is on the pitch from this moment; tells role and team. Starters at kick-off.</summary>
    [JsonStringEnumMemberName("cameOn")] CameOn = 100,

    /// <summary>Derived: the player is off the pitch from this moment, by substitution.</summary>
    [JsonStringEnumMemberName("wentOff")] WentOff = 101,

    /// <summary>Derived: the player is off the pitch from this moment, by a red or a second yellow card.</summary>
    [JsonStringEnumMemberName("sentOff")] SentOff = 102,

    /// <summary>Derived: a first yellow card.</summary>
    [JsonStringEnumMemberName("yellowCard")] YellowCard = 103,

    /// <summary>Derived: the player scored.</summary>
    [JsonStringEnumMemberName("goal")] Goal = 104,

    /// <summary>Derived: the player scored for the opponents.</summary>
    [JsonStringEnumMemberName("ownGoal")] OwnGoal = 105,

    /// <summary>Derived: the player's team scored, whether the player was on the pitch then or not.</summary>
    [JsonStringEnumMemberName("teamScored")] TeamScored = 106,

    /// <summary>Derived: the player's team conceded, whether the player was on the pitch then or not.</summary>
    [JsonStringEnumMemberName("teamConceded")] TeamConceded = 107,

    /// <summary>Derived: the match ended, at the scheduled minute 90 or 120.</summary>
    [JsonStringEnumMemberName("fullTime")] FullTime = 108,
}
