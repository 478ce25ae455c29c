using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>What users do at the desks that they are members of.</summary>
internal static partial class DeskRoutes
{
    public static void MapAgents(IEndpointRouteBuilder market)
    {
        var desk = market.MapGroup("/agents/{desk:long}").AddEndpointFilter(new UserFilter(MarketSide.Agent));
        MapShared(desk, "Agent", "clubs", MarketSide.Club);
        MapAgent(desk);
    }

    public static void MapClubs(IEndpointRouteBuilder market)
    {
        var desk = market.MapGroup("/clubs/{desk:long}").AddEndpointFilter(new UserFilter(MarketSide.Club));
        MapShared(desk, "Club", "agents", MarketSide.Agent);
        MapClub(desk);
    }

    private static void MapShared(IEndpointRouteBuilder desk, string own, string others, MarketSide other)
    {
        MapAccount(desk, own);
        MapConversations(desk, own, others, other);
        MapOffers(desk, own);
        MapAlerts(desk, own);
        desk.MapGet("/pitches", async (MarketCall call, long desk) => call.Page(
                await call.Desk.PitchesAsync(call.Cursor<PitchId>(), call.Count, call.Aborted), pitch => pitch.PitchId, MarketJson.Default.PageAnswerPitch))
            .Market($"list{own}Pitches", "Pitches", "Newest first; `count` is 1 to 200 (50), `cursor` the `next` of the page before.").Produces<PageAnswer<Pitch>>();
    }

    private static void MapAccount(IEndpointRouteBuilder desk, string own)
    {
        desk.MapGet("/balance", async (MarketCall call, long desk) => Results.Json(new(await call.Desk.BalanceAsync(call.Aborted)), MarketJson.Default.BalanceAnswer))
            .Market($"get{own}Balance", "Credits", "How many credits the desk has.").Produces<BalanceAnswer>();
        desk.MapPost("/transfers", async (MarketCall call, long desk) =>
            {
                var body = await call.BodyAsync(MarketJson.Default.TransferBody);
                return Results.Json(new(await call.Desk.TransferAsync(call.RequestId, body.To, body.Credits, call.Aborted)), MarketJson.Default.BalanceAnswer);
            })
            .Once($"transfer{own}Credits", "Give credits", "Gives credits to another account and tells the balance after it.").Takes<TransferBody>().Produces<BalanceAnswer>();
    }

    private static void MapConversations(IEndpointRouteBuilder desk, string own, string others, MarketSide other)
    {
        desk.MapGet("/conversations", async (MarketCall call, long desk) => call.Page(
                await call.Desk.ConversationsAsync(call.Number("cursor") is { } after ? new DeskId(other, after) : null, call.Count, call.Aborted),
                conversation => other == MarketSide.Agent ? conversation.AgentId : conversation.ClubId, MarketJson.Default.PageAnswerConversation))
            .Market($"list{own}Conversations", "Conversations", $"With {others}, ascending by their numbers, with how much isn't read.").Produces<PageAnswer<Conversation>>();
        desk.MapGet("/conversations/{with:long}/messages", async (MarketCall call, long desk, long with) => call.Page(
                await call.Desk.ReadAsync(new(other, with), call.Number("cursor") ?? 0, call.Count, call.Aborted), message => message.Number, MarketJson.Default.PageAnswerMarketMessage))
            .Market($"list{own}Messages", "Messages", "Of one conversation, oldest first.").Produces<PageAnswer<MarketMessage>>();
        desk.MapPost("/conversations/{with:long}/messages", async (MarketCall call, long desk, long with) =>
            {
                var body = await call.BodyAsync(MarketJson.Default.MessageBody);
                return Results.Json(new(await call.Desk.WriteAsync(call.RequestId, new(other, with), body.Text, call.Aborted)), MarketJson.Default.NumberAnswer);
            })
            .Once($"write{own}Message", "Write", "Writes a message and tells its number.").Takes<MessageBody>().Produces<NumberAnswer>();
        desk.MapPut("/conversations/{with:long}/read", async (MarketCall call, long desk, long with) =>
            {
                await call.Desk.MarkReadAsync(new(other, with), (await call.BodyAsync(MarketJson.Default.ReadBody)).Number, call.Aborted);
                return Results.NoContent();
            })
            .Market($"mark{own}MessagesRead", "Mark as read", "Up to a number; a marker never goes back.").Takes<ReadBody>().Produces(204);
    }

    private static void MapOffers(IEndpointRouteBuilder desk, string own)
    {
        desk.MapGet("/offers", async (MarketCall call, long desk) => call.Page(
                await call.Desk.OffersAsync(call.Cursor<OfferId>(), call.Count, call.Aborted), offer => offer.OfferId, MarketJson.Default.PageAnswerOffer))
            .Market($"list{own}Offers", "Offers", "Newest first.").Produces<PageAnswer<Offer>>();
        desk.MapGet("/offers/{offerId}/steps", async (MarketCall call, long desk, string offerId) => Results.Json(
                await call.Desk.OfferStepsAsync(MarketCall.Parse<OfferId>("offerId", offerId), call.Aborted), MarketJson.Default.ImmutableArrayOfferStep))
            .Market($"list{own}OfferSteps", "An offer's steps", "All of them, oldest first.").Produces<OfferStep[]>();
        desk.MapPost("/offers/{offerId}/moves", async (MarketCall call, long desk, string offerId) =>
            {
                var body = await call.BodyAsync(MarketJson.Default.MoveBody);
                var move = new OfferMove { OfferId = MarketCall.Parse<OfferId>("offerId", offerId), SeenStep = body.SeenStep, To = body.To, Fee = body.Fee, Note = body.Note };
                return Results.Json(await call.Desk.MoveOfferAsync(call.RequestId, move, call.Aborted), MarketJson.Default.Offer);
            })
            .Once($"move{own}Offer", "Take an offer on", "Accepts, rejects, counters, makes anew or withdraws it, in turn; `seenStep` is the latest step that was seen.").Takes<MoveBody>().Produces<Offer>();
    }

    private static void MapAlerts(IEndpointRouteBuilder desk, string own)
    {
        desk.MapGet("/alerts", async (MarketCall call, long desk) =>
            {
                var page = await call.Desk.AlertsAsync(call.Cursor<AlertId>(), call.Count, call.Aborted);
                return Results.Json(new(page.Alerts, call.NextOf(page.Alerts, alert => alert.AlertId), page.Unread), MarketJson.Default.AlertsAnswer);
            })
            .Market($"list{own}Alerts", "Alerts", "Newest first, with how many aren't read.").Produces<AlertsAnswer>();
        desk.MapPost("/alerts/read", async (MarketCall call, long desk) =>
            {
                await call.Desk.MarkAlertsReadAsync((await call.BodyAsync(MarketJson.Default.AlertsBody)).Alerts, call.Aborted);
                return Results.NoContent();
            })
            .Market($"mark{own}AlertsRead", "Mark alerts as read", "At most 200; to do so again changes nothing.").Takes<AlertsBody>().Produces(204);
        desk.MapGet("/watches", async (MarketCall call, long desk) => call.Page(
                await call.Desk.WatchesAsync(call.NumberCursor<PlayerId>(), call.Count, call.Aborted), watch => watch.PlayerId, MarketJson.Default.PageAnswerWatch))
            .Market($"list{own}Watches", "Watched players", "Ascending by player.").Produces<PageAnswer<Watch>>();
        desk.MapPut("/watches/{playerId:long}", async (MarketCall call, long desk, long playerId) =>
            {
                var body = await call.BodyAsync(MarketJson.Default.WatchBody);
                await call.Desk.WatchAsync(new() { PlayerId = new(playerId), ThresholdHundredths = body.ThresholdHundredths }, call.Aborted);
                return Results.NoContent();
            })
            .Market($"watch{own}Player", "Watch a player", "An alert comes once a match, when the live rating reaches the threshold.").Takes<WatchBody>().Produces(204);
        desk.MapDelete("/watches/{playerId:long}", async (MarketCall call, long desk, long playerId) =>
            {
                await call.Desk.UnwatchAsync(new(playerId), call.Aborted);
                return Results.NoContent();
            })
            .Market($"unwatch{own}Player", "Watch a player no more", "One who isn't watched changes nothing.").Produces(204);
    }
}
