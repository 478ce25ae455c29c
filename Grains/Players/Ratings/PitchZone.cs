namespace ShellCorp.Grains.Players.Ratings;

/// <summary>What the rating needs to know of a place on the pitch, as the acting team sees it.</summary>
[GenerateSerializer, Alias("shellcorp.pitch-zone")]
public enum PitchZone
{
    /// <summary>The source doesn't know the place, or knows one outside the pitch.</summary>
    Unknown = 0,

    /// <summary>The own third.</summary>
    OwnThird = 1,

    /// <summary>The middle third.</summary>
    MiddleThird = 2,

    /// <summary>The opponents' third, their penalty area left out.</summary>
    FinalThird = 3,

    /// <summary>The opponents' penalty area, the part from which most goals come left out.</summary>
    Box = 4,

    /// <summary>Close to the goal and in front of it.</summary>
    GoalMouth = 5,
}
