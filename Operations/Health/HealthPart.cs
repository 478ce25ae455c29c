using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ShellCorp.Operations.Admin;

namespace ShellCorp.Operations.Health;

/// <summary><c>/health/live</c> and <c>/health/ready</c>: 200, or 503 if a check says unhealthy; each check by name with its reason.</summary>
internal sealed class HealthPart(HealthCheckService checks) : IAdminPart
{
    public void Map(WebApplication server)
    {
        server.MapGet("/health/live", context => AnswerAsync(context, HealthTags.Live));
        server.MapGet("/health/ready", context => AnswerAsync(context, HealthTags.Ready));
    }

    private async Task AnswerAsync(HttpContext context, string tag)
    {
        var report = await checks.CheckHealthAsync(check => check.Tags.Contains(tag), context.RequestAborted);
        context.Response.StatusCode = report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(HealthAnswer.From(report), HealthJson.Default.HealthAnswer, cancellationToken: context.RequestAborted);
    }
}
