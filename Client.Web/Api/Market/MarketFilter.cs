using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>Lets only those to an endpoint who may be there, and answers what the market refuses with a problem.</summary>
internal abstract partial class MarketFilter : IEndpointFilter
{
    private const string SendAgain = "It isn't known whether it was done. Send it again with the same Idempotency-Key: it takes effect once.";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await TurnAwayAsync(http) ?? await next(context);
        }
        catch (MarketRefusedException refused)
        {
            return Refused(refused);
        }
        catch (BodyRefusedException refused)
        {
            return refused.Answer;
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogCallFailed(http.RequestServices.GetRequiredService<ILogger<MarketFilter>>(), exception);
            return Problems.Unavailable(HttpMethods.IsGet(http.Request.Method) ? "The market couldn't be read in time; ask again after Retry-After." : SendAgain);
        }
    }

    /// <summary>The answer to who may not be there; null for who may.</summary>
    protected abstract Task<IResult?> TurnAwayAsync(HttpContext http);

    protected static IResult Unknown(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(401, "unauthenticated", "Nobody is known by this key", "Send a user's key as Authorization: Bearer KEY; operators give keys.");
    }

    private static IResult Refused(MarketRefusedException refused) => Results.Json(
        new MarketProblem
        {
            Type = "urn:shellcorp:problem:refused", Title = "The market refuses this", Status = StatusCodes.Status422UnprocessableEntity, Detail = refused.Message, Errors = refused.Errors,
        },
        MarketJson.Default.MarketProblem, ApiProblem.MediaType, StatusCodes.Status422UnprocessableEntity);

    [LoggerMessage(52, LogLevel.Warning, "A call to the market failed; it is answered with 503")]
    private static partial void LogCallFailed(ILogger logger, Exception exception);
}
