using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ShellCorp.Events;

namespace ShellCorp.Web.Api.OpenApi;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "ShellCorp",
                Version = "v1",
                Description = "Live football ratings: events in, ratings out. Errors are problems (RFC 9457). Events are described in docs/events.md.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(DescribeBodyAsync);
        options.AddSchemaTransformer(DescribeEventsAsync);
    });

    // The body is read by hand, within limits and item by item, so the framework can't know what it holds.
    private static Task DescribeBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<EventSchema>().FirstOrDefault() is not { } schema)
            return Task.CompletedTask;
        context.Document!.AddComponent(schema.Name, schema.Schema);
        var one = new OpenApiSchemaReference(schema.Name, context.Document);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        OneOf = [one, new OpenApiSchema { Type = JsonSchemaType.Array, Items = one, MinItems = 1, MaxItems = ApiLimits.MaxItems }],
                    },
                    Example = schema.Example.DeepClone(),
                },
            },
        };
        return Task.CompletedTask;
    }

    // Events are written by converters of their own, which tell the framework nothing.
    private static Task DescribeEventsAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type == typeof(LiveRatingUpdate) || context.JsonTypeInfo.Type == typeof(MatchUpdate))
            (schema.Type, schema.Description) = (JsonSchemaType.Object, "As it stands in the log, with id and time; see docs/events.md.");
        if (context.JsonTypeInfo.Type == typeof(ActionQualifiers))
            (schema.Type, schema.Items) = (JsonSchemaType.Array, new OpenApiSchema { Type = JsonSchemaType.String });
        return Task.CompletedTask;
    }
}
