using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp.Market;

/// <summary>
/// How an offer stands. The club makes it; the agent accepts, rejects or counters it; after a counter the club accepts, makes it anew or
/// withdraws; a club may withdraw what it has made. Accepted, rejected and withdrawn are final.
/// </summary>
[GenerateSerializer, Alias("shellcorp.offer-state")]
[JsonConverter(typeof(CamelCaseEnumConverter<OfferState>))]
public enum OfferState
{
    /// <summary>Made by the club; it is the agent's turn.</summary>
    Made = 1,

    /// <summary>Countered by the agent with another fee; it is the club's turn.</summary>
    Countered = 2,

    /// <summary>Accepted by whose turn it was; final.</summary>
    Accepted = 3,

    /// <summary>Rejected by the agent; final.</summary>
    Rejected = 4,

    /// <summary>Withdrawn by the club; final.</summary>
    Withdrawn = 5,
}
