namespace ShellCorp.Events;

/// <summary>Closer circumstances of a <see cref="PlayerAction"/>; in JSON an array of their camel-case names. Any may stand on any kind.</summary>
[Flags]
[GenerateSerializer, Alias("shellcorp.action-qualifiers")]
public enum ActionQualifiers : long
{
    /// <summary>None told.</summary>
    None = 0,

    /// <summary>The last pass before a goal of a team-mate.</summary>
    Assist = 1L << 0,

    /// <summary>Made a chance for a team-mate.</summary>
    KeyPass = 1L << 1,

    /// <summary>Played behind the defence.</summary>
    ThroughBall = 1L << 2,

    /// <summary>A creative pass that breaks a line.</summary>
    Smart = 1L << 3,

    /// <summary>In the air.</summary>
    High = 1L << 4,

    /// <summary>Long and hopeful.</summary>
    Launch = 1L << 5,

    /// <summary>With the head or body.</summary>
    Head = 1L << 6,

    /// <summary>With the left foot.</summary>
    LeftFoot = 1L << 7,

    /// <summary>With the right foot.</summary>
    RightFoot = 1L << 8,

    /// <summary>By hand: a keeper's throw, or a hand ball.</summary>
    Hand = 1L << 9,

    /// <summary>A big chance: taken, or made for a team-mate.</summary>
    Opportunity = 1L << 10,

    /// <summary>In a counter-attack.</summary>
    CounterAttack = 1L << 11,

    /// <summary>Lost the ball where it is dangerous.</summary>
    DangerousLoss = 1L << 12,

    /// <summary>Missed the ball.</summary>
    MissedBall = 1L << 13,

    /// <summary>With a feint.</summary>
    Feint = 1L << 14,

    /// <summary>Went past the opponent, or tried to.</summary>
    TakeOn = 1L << 15,

    /// <summary>The ball was blocked on its way.</summary>
    Blocked = 1L << 16,

    /// <summary>Cut off a pass of the opponents.</summary>
    Interception = 1L << 17,

    /// <summary>Put the ball out of danger.</summary>
    Clearance = 1L << 18,

    /// <summary>By a sliding tackle.</summary>
    SlidingTackle = 1L << 19,

    /// <summary>Was beaten to the ball.</summary>
    Anticipated = 1L << 20,

    /// <summary>Got to the ball first.</summary>
    Anticipation = 1L << 21,

    /// <summary>A penalty: taken, saved or, on a foul, conceded.</summary>
    Penalty = 1L << 22,

    /// <summary>Straight from a free kick.</summary>
    FreeKick = 1L << 23,

    /// <summary>A reflex save.</summary>
    Reflex = 1L << 24,

    /// <summary>Ball given back.</summary>
    FairPlay = 1L << 25,

    /// <summary>Violent conduct.</summary>
    Violent = 1L << 26,

    /// <summary>Dissent.</summary>
    Protest = 1L << 27,

    /// <summary>A dive.</summary>
    Simulation = 1L << 28,

    /// <summary>Time wasted.</summary>
    TimeWasting = 1L << 29,

    /// <summary>A goal came of it other than by an <see cref="Assist"/>: of the opponents where it was a loss.</summary>
    LedToGoal = 1L << 30,

    /// <summary>Hit the post or the bar.</summary>
    Woodwork = 1L << 31,

    /// <summary>An indirect free kick.</summary>
    Indirect = 1L << 32,

    /// <summary>After the ball had gone.</summary>
    LateFoul = 1L << 33,

    /// <summary>Away from the ball.</summary>
    OffTheBall = 1L << 34,

    /// <summary>The shot went in. The goal itself, and its weight, come from the match.</summary>
    Goal = 1L << 35,

    /// <summary>Won the ball for the team where the opponents had it before.</summary>
    Recovery = 1L << 36,

    /// <summary>Blocked a shot of the opponents.</summary>
    Block = 1L << 37,

    /// <summary>An attempt came of it: of the opponents where it was a loss.</summary>
    LedToAttempt = 1L << 38,

    /// <summary>Ran into free space with the ball, or tried to.</summary>
    IntoSpace = 1L << 39,
}
