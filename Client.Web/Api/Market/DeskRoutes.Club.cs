using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <content>Clubs' own.</content>
internal static partial class DeskRoutes
{
    private static void MapClub(IEndpointRouteBuilder desk)
    {
        MapRequirements(desk);
        MapInbox(desk);
        MapShortlist(desk);
        desk.MapPost("/offers", async (MarketCall call, long desk) =>
            {
                var body = await call.BodyAsync(MarketJson.Default.OfferBody);
                var draft = new OfferDraft { PlayerId = body.PlayerId, Deal = body.Deal, Fee = body.Fee, Note = body.Note };
                return Results.Json(new((await call.Club.OfferAsync(call.RequestId, draft, call.Aborted)).ToString()), MarketJson.Default.IdAnswer);
            })
            .Once("makeOffer", "Offer for a player", "To the agent who represents the player.").Takes<OfferBody>().Produces<IdAnswer>();
    }

    private static void MapRequirements(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/requirements", async (MarketCall call, long desk) => call.Page(
                await call.Club.RequirementsAsync(call.Cursor<RequirementId>(), call.Count, call.Aborted), posted => posted.RequirementId, MarketJson.Default.PageAnswerPostedRequirement))
            .Market("listRequirements", "What the club looks for", "Open and closed, newest first.").Produces<PageAnswer<PostedRequirement>>();
        desk.MapPost("/requirements", async (MarketCall call, long desk) =>
            {
                var body = await call.BodyAsync(MarketJson.Default.RequirementBody);
                var wanted = new Requirement { Role = body.Role, MinAge = body.MinAge, MaxAge = body.MaxAge, Foot = body.Foot, Budget = body.Budget, Deal = body.Deal };
                return Results.Json(new((await call.Club.RequireAsync(call.RequestId, wanted, call.Aborted)).ToString()), MarketJson.Default.IdAnswer);
            })
            .Once("postRequirement", "Look for a player", "Agents whose players meet it are alerted.").Takes<RequirementBody>().Produces<IdAnswer>();
        desk.MapDelete("/requirements/{requirementId}", async (MarketCall call, long desk, string requirementId) =>
            {
                await call.Club.CloseAsync(MarketCall.Parse<RequirementId>("requirementId", requirementId), call.Aborted);
                return Results.NoContent();
            })
            .Market("closeRequirement", "Take a requirement back", "It gets no more pitches; to do so again changes nothing.").Produces(204);
        desk.MapGet("/requirements/{requirementId}/players", async (MarketCall call, long desk, string requirementId) => call.Page(
                await call.Club.MatchingAsync(MarketCall.Parse<RequirementId>("requirementId", requirementId), call.NumberCursor<PlayerId>(), call.Count, call.Aborted),
                player => player.PlayerId, MarketJson.Default.PageAnswerMarketPlayer))
            .Market("listMatching", "Who meets a requirement", "Today, without the club's own, ascending by number.").Produces<PageAnswer<MarketPlayer>>();
    }

    private static void MapInbox(IEndpointRouteBuilder desk)
    {
        desk.MapPost("/pitches/{pitchId}/view", async (MarketCall call, long desk, string pitchId) =>
                Results.Json(await call.Club.ViewAsync(MarketCall.Parse<PitchId>("pitchId", pitchId), call.Aborted), MarketJson.Default.Pitch))
            .Market("viewPitch", "Look at a pitch", "To do so again changes nothing.").Produces<Pitch>();
        desk.MapPost("/pitches/{pitchId}/decision", async (MarketCall call, long desk, string pitchId) =>
            {
                var body = await call.BodyAsync(MarketJson.Default.DecisionBody);
                return Results.Json(
                    await call.Club.DecideAsync(MarketCall.Parse<PitchId>("pitchId", pitchId), body.Decision, body.Feedback, call.Aborted), MarketJson.Default.Pitch);
            })
            .Market("decidePitch", "Decide on a pitch", "`interested` or `declined`, with feedback; the same again changes nothing.").Takes<DecisionBody>().Produces<Pitch>();
    }

    private static void MapShortlist(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/shortlist", async (MarketCall call, long desk) => call.Page(
                await call.Club.ShortlistedAsync(call.NumberCursor<PlayerId>(), call.Count, call.Aborted), entry => entry.Player.PlayerId, MarketJson.Default.PageAnswerShortlistEntry))
            .Market("listShortlist", "The shortlist", "Ascending by player.").Produces<PageAnswer<ShortlistEntry>>();
        desk.MapPut("/shortlist/{playerId:long}", async (MarketCall call, long desk, long playerId) =>
            {
                await call.Club.ShortlistAsync(new(playerId), (await call.BodyAsync(MarketJson.Default.NoteBody)).Note, call.Aborted);
                return Results.NoContent();
            })
            .Market("shortlistPlayer", "Put a player on the shortlist", "Or change the note.").Takes<NoteBody>().Produces(204);
        desk.MapDelete("/shortlist/{playerId:long}", async (MarketCall call, long desk, long playerId) =>
            {
                await call.Club.UnlistAsync(new(playerId), call.Aborted);
                return Results.NoContent();
            })
            .Market("unlistPlayer", "Take a player off the shortlist", "One who isn't there changes nothing.").Produces(204);
    }
}
