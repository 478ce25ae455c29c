using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp.Market;

/// <summary>What a desk is told of.</summary>
[GenerateSerializer, Alias("shellcorp.alert-kind")]
[JsonConverter(typeof(CamelCaseEnumConverter<AlertKind>))]
public enum AlertKind
{
    /// <summary>A watched player's rating reached the watch's threshold while a match is played; once a match and threshold.</summary>
    RatingReached = 1,

    /// <summary>A shortlisted or watched player has finished a match; tells the form after it. Once a match.</summary>
    Form = 2,

    /// <summary>A player has come to meet an open requirement of the club: new, or changed so. Once a requirement and player.</summary>
    PlayerMatches = 3,

    /// <summary>A club requires what a player of the agent meets; names one of them. Once a requirement.</summary>
    RequirementMatches = 4,

    /// <summary>A player on the club's shortlist was pitched to another club. Once a pitch.</summary>
    PlayerPitched = 5,

    /// <summary>Another club made an offer for a player on the club's shortlist. Once an offer.</summary>
    PlayerOffered = 6,
}
