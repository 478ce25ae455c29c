using System.Text.Json.Serialization;

namespace ShellCorp.Market;

/// <summary>What happens in the market about a player.</summary>
[GenerateSerializer, Alias("shellcorp.market-event-kind")]
[JsonConverter(typeof(JsonStringEnumConverter<MarketEventKind>))]
public enum MarketEventKind
{
    /// <summary>An agent pitched the player to a club.</summary>
    [JsonStringEnumMemberName("pitch-sent")] PitchSent = 1,

    /// <summary>The club looked at the pitch.</summary>
    [JsonStringEnumMemberName("pitch-viewed")] PitchViewed = 2,

    /// <summary>The club wants to know more.</summary>
    [JsonStringEnumMemberName("pitch-interested")] PitchInterested = 3,

    /// <summary>The club doesn't.</summary>
    [JsonStringEnumMemberName("pitch-declined")] PitchDeclined = 4,

    /// <summary>A club made an offer, or made it anew after a counter.</summary>
    [JsonStringEnumMemberName("offer-made")] OfferMade = 5,

    /// <summary>The agent countered it with another fee.</summary>
    [JsonStringEnumMemberName("offer-countered")] OfferCountered = 6,

    /// <summary>It was accepted.</summary>
    [JsonStringEnumMemberName("offer-accepted")] OfferAccepted = 7,

    /// <summary>The agent rejected it.</summary>
    [JsonStringEnumMemberName("offer-rejected")] OfferRejected = 8,

    /// <summary>The club withdrew it.</summary>
    [JsonStringEnumMemberName("offer-withdrawn")] OfferWithdrawn = 9,
}
