using System.Globalization;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>
/// Tells desks, in the transaction that gives the reason. What an alert is made for names it, so whatever is done again alerts nobody twice.
/// </summary>
internal static class AlertNotes
{
    private const string Insert = "INSERT INTO market_alert (desk, cause, id, kind, player_id, match_id, requirement_id, rating, at, is_read)";
    private const string Once = "ON CONFLICT (desk, cause) DO NOTHING";

    /// <summary>Tells the clubs that have a player on their shortlists, but for the one that pitch or offer concerns.</summary>
    public static Task ShortlistedAsync(IMarketSession session, Moment now, AlertKind kind, Guid reason, PlayerId player, TeamId butFor) => session.ExecuteAsync(
        $"""
        {Insert}
        SELECT 'club/' || s.club_id, @Cause, @Id, @Kind, s.player_id, NULL, NULL, NULL, @At, 0
        FROM market_shortlist s WHERE s.player_id = @Player AND s.club_id <> @Club
        {Once}
        """,
        new { Cause = $"{reason:n}", Id = IdOf(now, $"{reason:n}"), Kind = (int)kind, Player = player.Value, Club = butFor.Value, now.At });

    /// <summary>Tells the agents of players who meet a new requirement; of several players of one agent the first is named.</summary>
    public static Task RequiredAsync(IMarketSession session, Moment now, RequirementRow wanted) => session.ExecuteAsync(
        $"""
        {Insert}
        SELECT 'agent/' || m.agent_id, @Id, @AlertId, @Kind, min(p.id), NULL, @Id, NULL, @At, 0
        FROM market_player p JOIN market_representation m ON m.player_id = p.id
        WHERE {PlayerMatching.Players}
        GROUP BY m.agent_id
        {Once}
        """,
        new
        {
            wanted.Id, wanted.Role, wanted.Foot, wanted.ClubId, BornAfter = PlayerMatching.BornAfter(now.Day, wanted.MaxAge), BornBy = PlayerMatching.BornBy(now.Day, wanted.MinAge),
            AlertId = IdOf(now, wanted.Id), Kind = (int)AlertKind.RequirementMatches, now.At,
        });

    /// <summary>Tells the clubs whose open requirements a player has come to meet, who didn't as he was before.</summary>
    /// <param name="session">The transaction, in which the player is saved already.</param>
    /// <param name="now">When.</param>
    /// <param name="before">The player as he was; null where he is new.</param>
    /// <param name="player">The player as he is.</param>
    public static Task MatchingAsync(IMarketSession session, Moment now, PlayerRow? before, PlayerRow player) => session.ExecuteAsync(
        $"""
        {Insert}
        SELECT 'club/' || r.club_id, r.id || @Suffix, @IdPrefix || r.id || @Suffix, @Kind, p.id, NULL, r.id, NULL, @At, 0
        FROM market_player p JOIN market_requirement r ON {PlayerMatching.Requirements}
        WHERE p.id = @Id AND NOT (
            @WasThere = 1 AND (r.role = 0 OR r.role = @OldRole) AND r.min_age <= @OldAge AND r.max_age >= @OldAge
            AND (r.foot = 0 OR r.foot = @OldFoot OR @OldFoot = 3) AND r.club_id <> @OldClub)
        {Once}
        """,
        new
        {
            player.Id, Age = PlayerMatching.Age(now.Day, player.Born), Suffix = string.Create(CultureInfo.InvariantCulture, $"/{player.Id}"), IdPrefix = IdOf(now, ""),
            Kind = (int)AlertKind.PlayerMatches, now.At, WasThere = before is null ? 0 : 1, OldRole = before?.Role ?? 0, OldFoot = before?.Foot ?? 0,
            OldClub = before?.ClubId ?? 0, OldAge = before is null ? 0 : PlayerMatching.Age(now.Day, before.Born),
        });

    /// <summary>Tells those who watch a player that his rating in a match has reached their thresholds.</summary>
    public static Task RatingReachedAsync(IMarketSession session, Moment now, PlayerId player, MatchId match, int rating) => session.ExecuteAsync(
        $"""
        {Insert}
        SELECT w.desk, @Prefix || w.threshold, @IdPrefix || w.threshold, @Kind, w.player_id, @Match, NULL, @rating, @At, 0
        FROM market_watch w WHERE w.player_id = @Player AND w.threshold <= @rating
        {Once}
        """,
        new
        {
            Prefix = $"rating/{player}/{match}/", IdPrefix = IdOf(now, $"rating/{player}/{match}/"), Kind = (int)AlertKind.RatingReached,
            Player = player.Value, Match = match.Value, rating, now.At,
        });

    /// <summary>Tells those who watch a player or have him on their shortlist his form after a match.</summary>
    public static Task FormAsync(IMarketSession session, Moment now, PlayerId player, MatchId match, int form) => session.ExecuteAsync(
        $"""
        {Insert}
        SELECT d.desk, @Cause, @Id, @Kind, @Player, @Match, NULL, @form, @At, 0
        FROM (
            SELECT w.desk FROM market_watch w WHERE w.player_id = @Player
            UNION
            SELECT 'club/' || s.club_id FROM market_shortlist s WHERE s.player_id = @Player
        ) d
        WHERE d.desk IS NOT NULL
        {Once}
        """,
        new
        {
            Cause = $"form/{player}/{match}", Id = IdOf(now, $"form/{player}/{match}"), Kind = (int)AlertKind.Form,
            Player = player.Value, Match = match.Value, form, now.At,
        });

    // Of one width until the year 2286, so that the order of ids is that of times.
    private static string IdOf(Moment now, string cause) => string.Create(CultureInfo.InvariantCulture, $"{now.At:d16}/{cause}");
}
