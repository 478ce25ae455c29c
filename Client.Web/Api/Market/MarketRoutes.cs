namespace ShellCorp.Web.Api.Market;

/// <summary>The market's part of the HTTP API.</summary>
internal static class MarketRoutes
{
    public static void AddMarketApi(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<MarketDoorOptions, MarketDoorOptionsValidator>().BindConfiguration(MarketDoorOptions.Section);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, MarketJson.Default));
        services.AddHttpContextAccessor();
        services.AddSingleton<MarketDoor>();
        services.AddScoped<MarketCall>();
    }

    public static void MapMarketApi(this WebApplication app)
    {
        var market = app.MapGroup("/api/market");
        market.MapDirectory();
        DeskRoutes.MapAgents(market);
        DeskRoutes.MapClubs(market);
        market.MapOffice();
    }

    /// <summary>An endpoint that makes or changes something once, however often it is sent under one <c>Idempotency-Key</c>.</summary>
    public static RouteHandlerBuilder Once(this RouteHandlerBuilder endpoint, string name, string summary, string description) => endpoint.Market(
        name, summary, $"{description} The header `Idempotency-Key`, a UUID, names the request: sent again it is answered as before and changes nothing, another under its key is refused.");

    /// <summary>What the body holds, which the endpoint reads itself.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint)
        where T : notnull => endpoint.Accepts<T>("application/json").Produces<ApiProblem>(400, ApiProblem.MediaType);

    /// <summary>An endpoint of the market.</summary>
    public static RouteHandlerBuilder Market(this RouteHandlerBuilder endpoint, string name, string summary, string description) => OpenApi.ApiDescription.Fails(
        OpenApi.ApiDescription.Describe(endpoint, name, "Market", summary, description), 401, 403, 503).Produces<MarketProblem>(422, ApiProblem.MediaType);
}
