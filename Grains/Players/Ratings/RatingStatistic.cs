namespace ShellCorp.Grains.Players.Ratings;

/// <summary>What is counted. The numbers are positions in stored tallies: append, never reorder.</summary>
public enum RatingStatistic
{
    /// <summary>A pass that arrived; crosses, corners, throw-ins and a keeper's throws aren't passes.</summary>
    PassCompleted = 0,

    /// <summary>A pass that didn't arrive.</summary>
    PassMissed = 1,

    /// <summary>The last pass before a goal; also a rebound, a forced own goal, a penalty drawn.</summary>
    Assist = 2,

    /// <summary>The last pass before an attempt that didn't go in.</summary>
    ChanceCreated = 3,

    /// <summary>A pass that made a big chance, whatever came of it.</summary>
    BigChanceCreated = 4,

    /// <summary>A cross from open play that arrived.</summary>
    CrossCompleted = 5,

    /// <summary>An opponent passed with the ball.</summary>
    DribbleWon = 6,

    /// <summary>A run into free space that came off against an opponent.</summary>
    RunWon = 7,

    /// <summary>The ball lost in a duel.</summary>
    Tackled = 8,

    /// <summary>The ball lost to an opponent who got there first.</summary>
    BeatenToBall = 9,

    /// <summary>The ball taken from an opponent.</summary>
    TackleWon = 10,

    /// <summary>Passed by an opponent with the ball.</summary>
    TackleLost = 11,

    /// <summary>A duel won for a ball that was nobody's.</summary>
    LooseBallWon = 12,

    /// <summary>A duel in the air won in the own third.</summary>
    DefensiveAerialWon = 13,

    /// <summary>A pass of the opponents cut off, and the ball won.</summary>
    Interception = 14,

    /// <summary>A pass of the opponents cut off, and the ball not won.</summary>
    CutOff = 15,

    /// <summary>A ball put out of danger.</summary>
    Clearance = 16,

    /// <summary>A header out of the own third that a source tells as a pass.</summary>
    DefensiveHeader = 17,

    /// <summary>A shot of the opponents blocked.</summary>
    Block = 18,

    /// <summary>Possession won, interceptions apart.</summary>
    Recovery = 19,

    /// <summary>A shot stopped by the goalkeeper, penalties apart.</summary>
    Save = 20,

    /// <summary>A penalty stopped by the goalkeeper.</summary>
    PenaltySaved = 21,

    /// <summary>A shot beside or over the goal.</summary>
    ShotOffTarget = 22,

    /// <summary>A big chance that didn't become a goal.</summary>
    BigChanceMissed = 23,

    /// <summary>A penalty that didn't become a goal.</summary>
    PenaltyMissed = 24,

    /// <summary>A foul that gave the opponents a penalty.</summary>
    PenaltyConceded = 25,

    /// <summary>A foul against an opponent, penalties apart.</summary>
    Foul = 26,

    /// <summary>Caught offside.</summary>
    Offside = 27,

    /// <summary>A mistake from which the opponents came to an attempt.</summary>
    ErrorToAttempt = 28,

    /// <summary>A mistake from which the opponents scored.</summary>
    ErrorToGoal = 29,

    /// <summary>A yellow card that wasn't followed by a red one.</summary>
    YellowCard = 30,

    /// <summary>An own goal.</summary>
    OwnGoal = 31,

    /// <summary>A goal: worked out from the goals' times.</summary>
    Goal = 32,

    /// <summary>The goal that decided the match: worked out at full time.</summary>
    WinningGoal = 33,

    /// <summary>Sixty minutes or more without conceding while on the pitch: worked out at full time.</summary>
    CleanSheet = 34,

    /// <summary>A red or a second yellow card: worked out from the time of sending off.</summary>
    RedCard = 35,

    /// <summary>A goal conceded while on the pitch: worked out from the goals' times.</summary>
    GoalConceded = 36,

    /// <summary>A minute on the pitch: what a role's minutes bring on average beyond what is counted.</summary>
    MinutePlayed = 37,
}
