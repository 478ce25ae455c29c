using System.Globalization;
using System.Net;
using ShellCorp.Analytics.Landing;
using ShellCorp.Analytics.Reports;

namespace ShellCorp.Analytics.Operations;

/// <summary>What operators ask of a running worker, which alone holds the warehouse. Only callers on the same machine are answered.</summary>
public static class OperationEndpoints
{
    /// <summary>Maps <c>POST /operations/replay?from=</c> and <c>POST /operations/verify</c>.</summary>
    public static void MapOperations(this WebApplication app)
    {
        var operations = app.MapGroup("/operations");
        operations.AddEndpointFilter(async (context, next) =>
            context.HttpContext.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller)
                ? await next(context)
                : Results.Problem("Operations are answered on the worker's own machine only.", statusCode: 403));
        operations.MapPost("/replay", ReplayAsync).WithName("Replay").WithSummary("Load again what the log has from a time on, or all of it (earliest)")
            .Produces<IReadOnlyList<ReplayedPartition>>().Produces<ParameterProblem>(400, ParameterProblem.MediaType);
        operations.MapPost("/verify", (Verifier verifier, CancellationToken token) => verifier.VerifyAsync(token))
            .WithName("Verify").WithSummary("Compare log and warehouse by partition and day");
    }

    private static async Task<IResult> ReplayAsync(Lander lander, string? from, CancellationToken cancellationToken)
    {
        if (from == "earliest")
            return Results.Ok(await lander.ReplayAsync(null, cancellationToken));
        if (DateTimeOffset.TryParse(from, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return Results.Ok(await lander.ReplayAsync(time, cancellationToken));
        var error = new ParameterError("from", from, "must be earliest, a day such as 2018-06-14, or a time by RFC 3339: when records were written to the log");
        return Results.Json(ParameterProblem.Of([error]), statusCode: 400, contentType: ParameterProblem.MediaType);
    }
}
