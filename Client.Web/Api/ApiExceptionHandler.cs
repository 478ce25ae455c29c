using Microsoft.AspNetCore.Diagnostics;

namespace ShellCorp.Web.Api;

/// <summary>Answers what the API's code didn't foresee with a problem instead of a page.</summary>
internal sealed class ApiExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is that of the error page by now.
        var path = new PathString(httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path);
        if (!path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !path.StartsWithSegments("/mock", StringComparison.OrdinalIgnoreCase))
            return false;
        var problem = exception is BadHttpRequestException bad
            ? Problems.Of(bad.StatusCode, "bad-request", "The request can't be read", bad.Message)
            : Problems.Of(500, "internal", "An error of the server", "It has been logged. An event that was sent may be sent again with the same id.");
        await problem.ExecuteAsync(httpContext);
        return true;
    }
}
