namespace ShellCorp.Grains.Players.Ratings;

/// <summary>What is counted. The numbers are positions in stored tallies: append, never reorder.</summary>
public enum RatingStatistic
{
    /// <summary>A pass that arrived; crosses, throw-ins and a keeper's throws aren't passes.</summary>
    PassCompleted = 0,

    /// <summary>A pass that didn't arrive.</summary>
    PassMissed = 1,

    /// <summary>The last pass before a goal.</summary>
    Assist = 2,

    /// <summary>The last pass before an attempt that didn't go in.</summary>
    ChanceCreated = 3,

    /// <summary>A pass that makes a big chance, whatever came of it.</summary>
    BigChanceCreated = 4,

    /// <summary>A cross from open play that arrived.</summary>
    CrossCompleted = 5,

    /// <summary>An opponent passed with the ball.</summary>
    DribbleWon = 6,

    /// <summary>The ball lost in a duel.</summary>
    Tackled = 7,

    /// <summary>The ball taken from an opponent.</summary>
    TackleWon = 8,

    /// <summary>Passed by an opponent with the ball.</summary>
    TackleLost = 9,

    /// <summary>A pass of the opponents cut off.</summary>
    Interception = 10,

    /// <summary>A ball put out of danger.</summary>
    Clearance = 11,

    /// <summary>A shot of the opponents blocked.</summary>
    Block = 12,

    /// <summary>Possession won where nobody had it.</summary>
    Recovery = 13,

    /// <summary>A shot stopped by the goalkeeper.</summary>
    Save = 14,

    /// <summary>A penalty stopped by the goalkeeper.</summary>
    PenaltySaved = 15,

    /// <summary>A shot beside or over the goal.</summary>
    ShotOffTarget = 16,

    /// <summary>A big chance that didn't become a goal.</summary>
    BigChanceMissed = 17,

    /// <summary>A penalty that didn't become a goal.</summary>
    PenaltyMissed = 18,

    /// <summary>A foul that gave the opponents a penalty.</summary>
    PenaltyConceded = 19,

    /// <summary>A foul.</summary>
    Foul = 20,

    /// <summary>Caught offside.</summary>
    Offside = 21,

    /// <summary>A mistake from which the opponents came to an attempt.</summary>
    ErrorToAttempt = 22,

    /// <summary>A mistake from which the opponents scored.</summary>
    ErrorToGoal = 23,

    /// <summary>A yellow card that wasn't followed by a red one.</summary>
    YellowCard = 24,

    /// <summary>An own goal.</summary>
    OwnGoal = 25,

    /// <summary>A goal: worked out from the goals' times.</summary>
    Goal = 26,

    /// <summary>The goal that decided the match: worked out at full time.</summary>
    WinningGoal = 27,

    /// <summary>Sixty minutes or more without conceding while on the pitch: worked out at full time.</summary>
    CleanSheet = 28,

    /// <summary>A red or a second yellow card: worked out from the time of sending off.</summary>
    RedCard = 29,

    /// <summary>A goal conceded while on the pitch: worked out from the goals' times.</summary>
    GoalConceded = 30,
}
