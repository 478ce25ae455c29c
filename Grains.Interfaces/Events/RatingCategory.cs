namespace ShellCorp.Events;

/// <summary>The categories into which a rating is explained, in the order of <see cref="LiveRatingUpdate.Categories"/>.</summary>
[GenerateSerializer, Alias("shellcorp.rating-category")]
public enum RatingCategory
{
    /// <summary>Goals and attempts.</summary>
    Shooting = 0,

    /// <summary>Passes, crosses, chances made.</summary>
    Passing = 1,

    /// <summary>Running at and past opponents.</summary>
    Dribbling = 2,

    /// <summary>Duels, interceptions, clearances, fouls, goals conceded.</summary>
    Defending = 3,

    /// <summary>Saves and leaving the line.</summary>
    Goalkeeping = 4,

    /// <summary>Minutes on the pitch, cards, results: what isn't one of the five skills.</summary>
    Presence = 5,
}
