using System.Globalization;

namespace ShellCorp.Web.Api.OpenApi;

/// <summary>Describes endpoints for the OpenAPI document.</summary>
internal static class ApiDescription
{
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string name, string tag, string summary, string description) =>
        endpoint.WithName(name).WithTags(tag).WithSummary(summary).WithDescription(description);

    /// <summary>Error answers, each a problem.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<ApiProblem>(status, ApiProblem.MediaType);
        return endpoint;
    }

    public static RouteHandlerBuilder DescribeIngest(this RouteHandlerBuilder endpoint, string name, EventSchema schema, string summary) => endpoint
        .Describe(name, "Events", summary, string.Create(CultureInfo.InvariantCulture,
            $"One event or an array of at most {ApiLimits.MaxItems}, in a body of at most {ApiLimits.MaxBodyBytes} bytes. The answer tells of each event what became of it. "
            + $"An event's `id` is its identity: the same id takes effect once, so whatever isn't answered may be sent again. Without one an id is made and returned."))
        .WithMetadata(schema)
        .Produces<Events.IngestResult>(202)
        .Produces<Events.IngestResult>(207)
        .Produces<Events.IngestResult>(400, ApiProblem.MediaType)
        .Fails(413, 415)
        .Produces<Events.IngestResult>(429, ApiProblem.MediaType)
        .Produces<Events.IngestResult>(503, ApiProblem.MediaType);
}
