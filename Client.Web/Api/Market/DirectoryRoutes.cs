using System.Globalization;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>What every user may read.</summary>
internal static class DirectoryRoutes
{
    private const int OldestAge = 120;

    public static void MapDirectory(this IEndpointRouteBuilder market)
    {
        var all = market.MapGroup("").AddEndpointFilter(new UserFilter());
        all.MapGet("/me", (MarketCall call) => Results.Json(call.User, MarketJson.Default.UserAccess))
            .Market("getMe", "Who I am", "The user of the key, and the desks that the user acts for.").Produces<UserAccess>();
        all.MapGet("/players", FindAsync)
            .Market("findPlayers", "Look for players", "By `name` (how it begins), `role`, `minAge`, `maxAge`, `foot`, `clubId`; ascending by number. `count` is 1 to 200 (50); `cursor` is the `next` of the page before.")
            .Produces<PageAnswer<MarketPlayer>>();
        all.MapGet("/ranking", RankAsync)
            .Market("rankPlayers", "Rank players", "`by` `rating` (now), `form` or `season`, the best first, among those whom the parameters of a search leave.")
            .Produces<PageAnswer<RankedPlayer>>();
        all.MapGet("/players/{playerId:long}", async (MarketCall call, long playerId) => await call.Directory.FindPlayerAsync(new(playerId), call.Aborted) is { } player
                ? Results.Json(player, MarketJson.Default.MarketPlayer)
                : Problems.NotFound($"No player {playerId} is in the market."))
            .Market("getMarketPlayer", "A player's profile", "Line, day of birth, foot and club.").Produces<MarketPlayer>().Produces<ApiProblem>(404, ApiProblem.MediaType);
        all.MapGet("/agent-profiles/{agentId:long}", async (MarketCall call, long agentId) => await call.Directory.FindAgentAsync(new(agentId), call.Aborted) is { } agent
                ? Results.Json(agent, MarketJson.Default.AgentProfile)
                : Problems.NotFound($"No agent {agentId} is in the market."))
            .Market("getAgent", "An agent's profile", "Name and agency.").Produces<AgentProfile>().Produces<ApiProblem>(404, ApiProblem.MediaType);
        all.MapGet("/club-profiles/{clubId:long}", async (MarketCall call, long clubId) => await call.Directory.FindClubAsync(new(clubId), call.Aborted) is { } club
                ? Results.Json(club, MarketJson.Default.ClubProfile)
                : Problems.NotFound($"No club {clubId} is in the market."))
            .Market("getClub", "A club's profile", "Its name.").Produces<ClubProfile>().Produces<ApiProblem>(404, ApiProblem.MediaType);
    }

    private static async Task<IResult> FindAsync(MarketCall call) => call.Page(
        await call.Search.PlayersAsync(SearchOf(call), call.NumberCursor<PlayerId>(), call.Count, call.Aborted), player => player.PlayerId, MarketJson.Default.PageAnswerMarketPlayer);

    private static async Task<IResult> RankAsync(MarketCall call)
    {
        var by = call.Name<RankBy>("by");
        var page = await call.Search.RankingAsync(SearchOf(call), by, PlaceOf(call.Text("cursor")), call.Count, call.Aborted);
        return call.Page(page, player => player.PlaceBy(by) is var place ? $"{place.Hundredths}-{place.PlayerId}" : "", MarketJson.Default.PageAnswerRankedPlayer);
    }

    private static RankPlace? PlaceOf(string cursor)
    {
        if (cursor.Length == 0)
            return null;
        return cursor.Split('-') is [var mark, var player] && int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var hundredths) && long.TryParse(player, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(hundredths, new(number))
            : throw new MarketRefusedException("cursor", cursor, "is not the next of a ranking's page");
    }

    private static PlayerSearch SearchOf(MarketCall call) => new()
    {
        Name = call.Text("name"),
        Role = RoleOf(call.Text("role")),
        MinAge = call.Small("minAge", 0),
        MaxAge = call.Small("maxAge", OldestAge),
        Foot = call.Name<Foot>("foot"),
        ClubId = call.Number("clubId") is { } club ? new(club) : null,
    };

    private static PlayerRole RoleOf(string text) => text.Length == 0 ? PlayerRole.Unknown
        : WireNames.Roles.TryParse(text, out var role) ? role
        : throw new MarketRefusedException("role", text, $"is unknown; there are {WireNames.Roles.Listed}");
}
