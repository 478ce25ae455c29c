namespace ShellCorp.Web.Api.Events;

/// <summary>Answers a request with events.</summary>
internal sealed class IngestHttpResult(IngestResult result, TimeSpan? retryAfter) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = result.Status;
        if (result.Status is 429 or 503)
            ApiProblemResult.SetRetryAfter(response, retryAfter ?? Problems.DefaultRetry);
        var media = result.Status >= 400 ? ApiProblem.MediaType : "application/json";
        return response.WriteAsJsonAsync(result, ApiJson.Default.IngestResult, media, httpContext.RequestAborted);
    }
}
