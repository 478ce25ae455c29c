using System.Globalization;
using ShellCorp.Events;
using ShellCorp.Grains.Delivery;

namespace ShellCorp.Grains.Matches;

/// <summary>A player update made of a fact, with an id that stands for its content.</summary>
internal static class DerivedUpdate
{
    // A fact's id may be as long as an event's id may be at all, and ours goes around it.
    private const int LongestFactId = 120;

    /// <summary>What a fact means for a player.</summary>
    public static PlayerUpdate Of(MatchUpdate fact, PlayerAction kind, PlayerId player, TeamId? team) =>
        Make(fact, kind, player, team, Short(fact.Id)) with { Time = fact.Time, OccurredAt = fact.OccurredAt };

    /// <summary>A starter is on the pitch from kick-off. The line-up's own id isn't part of the update's: told again, it means nothing new.</summary>
    public static PlayerUpdate Start(MatchUpdate lineUp, TeamId team, SquadPlayer player) =>
        Make(lineUp, PlayerAction.CameOn, player.PlayerId, team, Place(team, player)) with
        {
            Role = player.Role,
            Time = MatchTime.KickOff,
            OccurredAt = lineUp.Sheet!.KickOff,
        };

    /// <summary>A substitute is on the pitch from the substitution.</summary>
    public static PlayerUpdate On(MatchUpdate substitution, TeamId team, SquadPlayer player) =>
        Make(substitution, PlayerAction.CameOn, player.PlayerId, team, $"{Place(team, player)}/{Short(substitution.Id)}") with
        {
            Role = player.Role,
            Time = substitution.Time,
            OccurredAt = substitution.OccurredAt,
        };

    private static PlayerUpdate Make(MatchUpdate fact, PlayerAction kind, PlayerId player, TeamId? team, string rest) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"match/{fact.MatchId}/{Name(kind)}/{player}/{rest}"),
        MatchId = fact.MatchId,
        PlayerId = player,
        TeamId = team,
        Kind = kind,
    };

    private static string Place(TeamId team, SquadPlayer player) =>
        string.Create(CultureInfo.InvariantCulture, $"{team}/{(int)player.Role}");

    private static string Short(string factId) => factId.Length <= LongestFactId ? factId : EventKey.Of(factId).ToString();

    private static string Name(PlayerAction kind) => kind switch
    {
        PlayerAction.CameOn => "cameOn",
        PlayerAction.WentOff => "wentOff",
        PlayerAction.SentOff => "sentOff",
        PlayerAction.YellowCard => "yellowCard",
        PlayerAction.Goal => "goal",
        PlayerAction.OwnGoal => "ownGoal",
        PlayerAction.TeamScored => "teamScored",
        PlayerAction.TeamConceded => "teamConceded",
        PlayerAction.FullTime => "fullTime",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A match derives no such update."),
    };
}
