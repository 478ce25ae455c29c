using ShellCorp.Matches;
using ShellCorp.Players;
using ShellCorp.Teams;
using ShellCorp.Web.Api.Events;
using ShellCorp.Web.Api.Live;
using ShellCorp.Web.Api.Market;
using ShellCorp.Web.Api.Mock;
using ShellCorp.Web.Api.OpenApi;
using ShellCorp.Web.Api.Queries;

namespace ShellCorp.Web.Api;

/// <summary>The HTTP API.</summary>
internal static class ApiHosting
{
    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        services.AddSingleton<EventIngest>();
        services.AddSingleton<RatingStream>();
        services.AddSingleton<ApiQueries>();
        services.AddExceptionHandler<ApiExceptionHandler>();
        services.AddMarketApi();
        services.AddApiDocument();
    }

    public static void MapApi(this WebApplication app)
    {
        MapEvents(app);
        MapLive(app);
        MapQueries(app);
        app.MapMarketApi();
        app.MapGet("/mock/ratings", (string? count, string? seed) => MockRatings.Make(count, seed))
            .Describe("mockRatings", "Mock", "Random player updates",
                "Valid player updates with ids, the same ones for the same seed, in an array that can be posted to /api/player-updates. `count` is 1 to 1000 (20), `seed` any integer (1).")
            .Produces(200, contentType: "application/json").Fails(400);
        app.MapOpenApi("/openapi/{documentName}.json");
        app.Map("/api/{**rest}", (HttpRequest request) => Problems.NotFound($"There is no {request.Method} {request.Path}; see /openapi/v1.json."))
            .ExcludeFromDescription();
    }

    private static void MapEvents(WebApplication app)
    {
        app.MapPost("/api/player-updates", (HttpRequest request, EventIngest ingest) => ingest.TakePlayerUpdatesAsync(request))
            .DescribeIngest("ingestPlayerUpdates", EventSchema.PlayerUpdate, "Send what players did");
        app.MapPost("/api/match-updates", (HttpRequest request, EventIngest ingest) => ingest.TakeMatchUpdatesAsync(request))
            .DescribeIngest("ingestMatchUpdates", EventSchema.MatchUpdate, "Send facts of matches");
    }

    private static void MapLive(WebApplication app) =>
        app.MapGet("/api/live/ratings", (HttpContext context, RatingStream stream, string? matchId) => stream.StreamAsync(context, matchId))
            .Describe("streamRatings", "Live", "Live ratings as server-sent events",
                "Events `rating` with a live rating each (first what is known, then what changes; the latest version of each player, four times a second at most), "
                + "events `connection` that tell how fresh it is, and comments as heartbeats. `Last-Event-ID` is accepted; a later version holds all of the earlier ones.")
            .Produces(200, contentType: "text/event-stream")
            .Fails(400);

    private static void MapQueries(WebApplication app)
    {
        app.MapGet("/api/matches", (ApiQueries queries, string? phase) => queries.Matches(phase))
            .Describe("listMatches", "Matches", "Matches", "Those being played first, then scheduled, then finished ones; `phase` leaves only those of one phase.")
            .Produces<MatchList>().Fails(400);
        app.MapGet("/api/matches/{id:long}", (ApiQueries queries, long id, CancellationToken token) => queries.MatchAsync(id, token))
            .Describe("getMatch", "Matches", "A match", "Score, clock, squads, facts and the latest rating of each player.")
            .Produces<MatchView>().Fails(404, 503);
        app.MapGet("/api/matches/{id:long}/players/{playerId:long}",
                (ApiQueries queries, long id, long playerId, CancellationToken token) => queries.ExplainAsync(id, playerId, token))
            .Describe("explainRating", "Matches", "Why a rating is what it is", "The rating, the last events that counted with their weight, and the line over the match.")
            .Produces<RatingExplanation>().Fails(404, 503);
        app.MapGet("/api/players/{id:long}", (ApiQueries queries, long id, CancellationToken token) => queries.PlayerAsync(id, token))
            .Describe("getPlayer", "Players", "A player", "Who it is, and the rating of each match.")
            .Produces<PlayerAnswer>().Fails(404, 503);
        app.MapGet("/api/teams", (ApiQueries queries) => queries.Teams())
            .Describe("listTeams", "Teams", "Teams", "By the mean of their matches' averages, the best first.")
            .Produces<TeamList>();
        app.MapGet("/api/teams/{id:long}", (ApiQueries queries, long id, CancellationToken token) => queries.TeamAsync(id, token))
            .Describe("getTeam", "Teams", "A team", "Its average in each match, and its form.")
            .Produces<TeamView>().Fails(404, 503);
    }
}
