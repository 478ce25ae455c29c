using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <content>Agents' own.</content>
internal static partial class DeskRoutes
{
    private static void MapAgent(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/players", async (MarketCall call, long desk) => call.Page(
                await call.Agent.PlayersAsync(call.NumberCursor<PlayerId>(), call.Count, call.Aborted), player => player.PlayerId, MarketJson.Default.PageAnswerMarketPlayer))
            .Market("listPortfolio", "The portfolio", "The players whom the agent represents, ascending by number.").Produces<PageAnswer<MarketPlayer>>();
        desk.MapGet("/players/{playerId:long}/requirements", async (MarketCall call, long desk, long playerId) => call.Page(
                await call.Agent.WantedAsync(new(playerId), call.Cursor<RequirementId>(), call.Count, call.Aborted), posted => posted.RequirementId, MarketJson.Default.PageAnswerPostedRequirement))
            .Market("listWanted", "Who looks for such a player", "The open requirements that a player of the portfolio meets today, newest first.").Produces<PageAnswer<PostedRequirement>>();
        desk.MapPost("/pitches", async (MarketCall call, long desk) =>
            {
                var body = await call.BodyAsync(MarketJson.Default.PitchBody);
                var draft = new PitchDraft { RequirementId = body.RequirementId, PlayerId = body.PlayerId, Price = body.Price, Note = body.Note };
                return Results.Json(new((await call.Agent.PitchAsync(call.RequestId, draft, call.Aborted)).ToString()), MarketJson.Default.IdAnswer);
            })
            .Once("sendPitch", "Pitch a player", "To an open requirement, for the fee; a player is pitched to a requirement once.").Takes<PitchBody>().Produces<IdAnswer>();
    }
}
