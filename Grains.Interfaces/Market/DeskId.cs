using System.Globalization;
using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp.Market;

/// <summary>A desk of the market, that of an agent or of a club.</summary>
/// <param name="Side">Whose.</param>
/// <param name="Number">The agent's number, or that of the club's team; positive.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.desk-id")]
[JsonConverter(typeof(TextIdJsonConverter<DeskId>))]
public readonly record struct DeskId([property: Id(0)] MarketSide Side, [property: Id(1)] long Number) : ITextId<DeskId>
{
    private const string AgentPrefix = "agent/";
    private const string ClubPrefix = "club/";

    /// <summary>An agent's desk.</summary>
    public static DeskId Of(AgentId agent) => new(MarketSide.Agent, agent.Value);

    /// <summary>A club's desk.</summary>
    public static DeskId Of(TeamId club) => new(MarketSide.Club, club.Value);

    /// <inheritdoc/>
    public static bool TryParse(string text, out DeskId id)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (side, prefix) = text.StartsWith(AgentPrefix, StringComparison.Ordinal) ? (MarketSide.Agent, AgentPrefix) : (MarketSide.Club, ClubPrefix);
        id = default;
        if (!text.StartsWith(prefix, StringComparison.Ordinal)
            || !long.TryParse(text.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;

        id = new(side, number);
        return true;
    }

    /// <summary><c>agent/7</c> or <c>club/3</c>, as the desk's account is named too.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Side == MarketSide.Agent ? AgentPrefix : ClubPrefix)}{Number}");
}
