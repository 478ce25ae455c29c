using Orleans.Diagnostics;
using ShellCorp.Grains.Metrics;
using ShellCorp.Operations.Admin;
using ShellCorp.Operations.Telemetry;
using ShellCorp.Silo.Operations.Checks;
using ShellCorp.Silo.Operations.Dashboard;
using ShellCorp.Silo.Scaling;

namespace ShellCorp.Silo.Operations;

/// <summary>Adds what a silo tells its operators.</summary>
public static class SiloOperations
{
    /// <summary>The silo's meter and activity source.</summary>
    public const string SourceName = "ShellCorp.Silo";

    // The stream provider's and the ZooKeeper client's names aren't public.
    private static readonly TelemetrySources Sources = new(
        "shellcorp-silo",
        [GrainMetrics.MeterName, SourceName, "Microsoft.Orleans", "Orleans.Streaming.Kafka", "ZooKeeper.Client", "Riak.Client", "Npgsql"],
        [ActivitySources.AllActivitySourceName, SourceName, "Orleans.Streaming.Kafka", "ZooKeeper.Client", "Riak.Client", "Npgsql"]);

    /// <summary>
    /// Adds metrics and traces as <c>ShellCorp:Telemetry</c> says, and where <c>ShellCorp:Admin:Port</c> is set health, metrics, the dashboard and
    /// the wanted number of silos there.
    /// </summary>
    public static void AddOperations(this HostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddTelemetry(Sources);
        if (builder.Configuration.HasTraces())
            builder.UseOrleans(silo => silo.AddActivityPropagation());
        if (!builder.Configuration.HasAdmin())
            return;
        builder.AddAdmin();
        builder.AddScaling();
        builder.AddDashboard();
        builder.Services.AddSiloChecks(builder.Configuration);
    }
}
