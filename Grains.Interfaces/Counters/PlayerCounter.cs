namespace ShellCorp.Counters;

/// <summary>
/// What is counted of a player, see docs/counters.md. The numbers are positions in stored counts, and the names in camel case are fields of stored
/// maps: append, never reorder or rename.
/// </summary>
[GenerateSerializer, Alias("shellcorp.player-counter")]
public enum PlayerCounter
{
    /// <summary>Matches in which the player was on the pitch or did something.</summary>
    Matches = 0,

    /// <summary>Minutes on the pitch, by the schedule.</summary>
    Minutes = 1,

    /// <summary>The sum of the ratings that are shown, in thousandths.</summary>
    RatingSum = 2,

    /// <summary>How many ratings that sum is of.</summary>
    Ratings = 3,

    /// <summary>Passes; crosses, corners, throw-ins and free kicks aren't passes.</summary>
    Passes = 4,

    /// <summary>Passes that arrived.</summary>
    AccuratePasses = 5,

    /// <summary>Crosses from open play.</summary>
    Crosses = 6,

    /// <summary>Passes and the like that made a chance.</summary>
    KeyPasses = 7,

    /// <summary>Assists, as the source tells them.</summary>
    Assists = 8,

    /// <summary>Attempts on goal, shoot-outs apart.</summary>
    Shots = 9,

    /// <summary>Attempts on target.</summary>
    ShotsOnTarget = 10,

    /// <summary>Goals, shoot-outs apart.</summary>
    Goals = 11,

    /// <summary>Own goals.</summary>
    OwnGoals = 12,

    /// <summary>Duels on the ground and in the air.</summary>
    Duels = 13,

    /// <summary>Duels won.</summary>
    DuelsWon = 14,

    /// <summary>Passes of the opponents cut off.</summary>
    Interceptions = 15,

    /// <summary>Balls put out of danger.</summary>
    Clearances = 16,

    /// <summary>Shots stopped by the goalkeeper, shoot-outs apart.</summary>
    Saves = 17,

    /// <summary>Fouls and other misconduct.</summary>
    Fouls = 18,

    /// <summary>Times caught offside.</summary>
    Offsides = 19,

    /// <summary>First yellow cards.</summary>
    YellowCards = 20,

    /// <summary>Red and second yellow cards.</summary>
    RedCards = 21,

    /// <summary>How often the player's page was opened. Of all time, as are those below.</summary>
    ProfileViews = 22,

    /// <summary>On how many shortlists the player is now.</summary>
    Shortlistings = 23,

    /// <summary>How often a pitch for the player was viewed.</summary>
    PitchViews = 24,

    /// <summary>Who follows the player now.</summary>
    Followers = 25,
}
