using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>What operators do.</summary>
internal static class OfficeRoutes
{
    public static void MapOffice(this IEndpointRouteBuilder market)
    {
        var office = market.MapGroup("/office").AddEndpointFilter(new OperatorFilter());
        MapProfiles(office);
        MapAgents(office);
        MapUsers(office);
        office.MapPost("/credits", async (MarketCall call) =>
            {
                var body = await call.BodyAsync(MarketJson.Default.CreditsBody);
                return Results.Json(new(await call.Office.IssueAsync(call.RequestId, body.Account, body.Credits, call.Aborted)), MarketJson.Default.BalanceAnswer);
            })
            .Once("issueCredits", "Give new credits", "Tells the account's balance after it.").Takes<CreditsBody>().Produces<BalanceAnswer>();
    }

    private static void MapProfiles(IEndpointRouteBuilder office)
    {
        office.MapPut("/clubs/{clubId:long}", async (MarketCall call, long clubId) =>
            {
                await call.Office.SaveClubAsync(new() { ClubId = new(clubId), Name = (await call.BodyAsync(MarketJson.Default.NameBody)).Name }, call.Aborted);
                return Results.NoContent();
            })
            .Market("saveClub", "Save a club", "Under the number of its team.").Takes<NameBody>().Produces(204);
        office.MapPut("/players/{playerId:long}", async (MarketCall call, long playerId) =>
            {
                var body = await call.BodyAsync(MarketJson.Default.PlayerBody);
                var player = new MarketPlayer { PlayerId = new(playerId), Name = body.Name, Role = body.Role, Born = body.Born, Foot = body.Foot, ClubId = body.ClubId };
                await call.Office.SavePlayerAsync(player, call.Aborted);
                return Results.NoContent();
            })
            .Market("savePlayer", "Save a player", "Clubs whose open requirements the player comes to meet are alerted.").Takes<PlayerBody>().Produces(204);
    }

    private static void MapAgents(IEndpointRouteBuilder office)
    {
        office.MapPut("/agents/{agentId:long}", async (MarketCall call, long agentId) =>
            {
                var body = await call.BodyAsync(MarketJson.Default.AgentBody);
                await call.Office.SaveAgentAsync(new() { AgentId = new(agentId), Name = body.Name, Agency = body.Agency }, call.Aborted);
                return Results.NoContent();
            })
            .Market("saveAgent", "Save an agent", "A new agent isn't verified.").Takes<AgentBody>().Produces(204);
        office.MapPut("/agents/{agentId:long}/verified", async (MarketCall call, long agentId) =>
            {
                await call.Office.VerifyAsync(new(agentId), call.Aborted);
                return Results.NoContent();
            })
            .Market("verifyAgent", "Verify an agent", "Only verified agents represent and pitch players.").Produces(204);
        office.MapPut("/players/{playerId:long}/agent", async (MarketCall call, long playerId) =>
            {
                await call.Office.RepresentAsync((await call.BodyAsync(MarketJson.Default.AgentOfBody)).AgentId, new(playerId), call.Aborted);
                return Results.NoContent();
            })
            .Market("representPlayer", "Say who represents a player", "In the place of any before.").Takes<AgentOfBody>().Produces(204);
    }

    private static void MapUsers(IEndpointRouteBuilder office)
    {
        office.MapPut("/users/{userId:long}", async (MarketCall call, long userId) =>
            {
                await call.Office.SaveUserAsync(new() { UserId = new(userId), Name = (await call.BodyAsync(MarketJson.Default.NameBody)).Name }, call.Aborted);
                return Results.NoContent();
            })
            .Market("saveUser", "Save a user", "A new user has no key and may act for nobody.").Takes<NameBody>().Produces(204);
        office.MapPost("/users/{userId:long}/key", async (MarketCall call, long userId) =>
                Results.Json(new(await call.Office.GiveKeyAsync(new(userId), call.Aborted)), MarketJson.Default.KeyAnswer))
            .Market("giveKey", "Give a user a new key", "In the place of any before. Only its hash is kept: a lost key is replaced by another.").Produces<KeyAnswer>();
        MapMember(office, "agents", MarketSide.Agent);
        MapMember(office, "clubs", MarketSide.Club);
    }

    private static void MapMember(IEndpointRouteBuilder office, string desks, MarketSide side)
    {
        office.MapPut($"/users/{{userId:long}}/{desks}/{{number:long}}", async (MarketCall call, long userId, long number) =>
            {
                await call.Office.AdmitAsync(new(userId), new(side, number), call.Aborted);
                return Results.NoContent();
            })
            .Market($"admitTo{side}", "Let a user act for a desk", "To do so again changes nothing.").Produces(204);
        office.MapDelete($"/users/{{userId:long}}/{desks}/{{number:long}}", async (MarketCall call, long userId, long number) =>
            {
                await call.Office.DismissAsync(new(userId), new(side, number), call.Aborted);
                return Results.NoContent();
            })
            .Market($"dismissFrom{side}", "Let a user act for a desk no more", "One who doesn't changes nothing.").Produces(204);
    }
}
