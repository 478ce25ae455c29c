using System.Globalization;

namespace ShellCorp.Web.Api;

/// <summary>Answers with an <see cref="ApiProblem"/>.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="retryAfter">When to try again; null where trying again is of no use.</param>
internal sealed class ApiProblemResult(ApiProblem problem, TimeSpan? retryAfter = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        SetRetryAfter(response, retryAfter);
        return response.WriteAsJsonAsync(problem, ApiJson.Default.ApiProblem, ApiProblem.MediaType, httpContext.RequestAborted);
    }

    /// <summary>Tells when to try again, in whole seconds and at least one.</summary>
    public static void SetRetryAfter(HttpResponse response, TimeSpan? wait)
    {
        if (wait is { } value)
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(value.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }
}
