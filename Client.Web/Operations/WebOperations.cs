using ShellCorp.Operations.Admin;
using ShellCorp.Operations.Health;
using ShellCorp.Operations.Telemetry;

namespace ShellCorp.Web.Operations;

/// <summary>Adds what a web server tells its operators.</summary>
public static class WebOperations
{
    // The names are those of Orleans; the client's package has no constants for its meter.
    private static readonly TelemetrySources Sources = new("shellcorp-web", ["Microsoft.Orleans", "Microsoft.AspNetCore.Components"], ["Microsoft.Orleans.*"]);

    /// <summary>
    /// Adds metrics and traces as <c>ShellCorp:Telemetry</c> says, and where <c>ShellCorp:Admin:Port</c> is set health and metrics there: never on
    /// the site's own port, which everybody reaches.
    /// </summary>
    public static WebApplicationBuilder AddShellCorpOperations(this WebApplicationBuilder builder)
    {
        builder.AddTelemetry(Sources);
        if (builder.Configuration.HasTraces())
            builder.UseOrleansClient(client => client.AddActivityPropagation());
        if (!builder.Configuration.HasAdmin())
            return builder;
        builder.AddAdmin();
        builder.Services.AddHealthChecks()
            .AddCheck<ProcessCheck>("process", tags: [HealthTags.Live])
            .AddCheck<ClusterCheck>("cluster", tags: [HealthTags.Ready]);
        return builder;
    }
}
