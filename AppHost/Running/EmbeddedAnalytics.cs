using ShellCorp.Analytics.Hosting;
using ShellCorp.Analytics.Reports;

namespace ShellCorp.AppHost.Running;

/// <summary>The analytics worker of this process. Its files are in a temporary folder that goes with it, unless the settings name others.</summary>
internal sealed class EmbeddedAnalytics : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private EmbeddedAnalytics(WebApplication app, DirectoryInfo folder)
    {
        _app = app;
        _folder = folder;
    }

    /// <summary>Where it serves reports.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Whether it runs; it stops by itself where it can't go on.</summary>
    public bool IsRunning => !_app.Lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Starts it on a free port.</summary>
    public static async Task<EmbeddedAnalytics> StartAsync(string brokers, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("shellcorp-analytics-");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(AnalyticsHosting).Assembly.GetName().Name });
        builder.Logging.ClearProviders().AddRunLogging();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{WarehouseOptions.Section}:Path"] = Path.Combine(folder.FullName, "warehouse.duckdb"),
            [$"{WarehouseOptions.Section}:Staging"] = Path.Combine(folder.FullName, "landed"),
            // Embedded brokers keep little, and pages want to be fresh.
            [$"{WarehouseOptions.Section}:MaxAge"] = "00:00:01",
        }).AddRunSettings();
        builder.Configuration[$"{LogOptions.Section}:BootstrapServers"] = brokers;
        builder.Configuration[$"{LogOptions.Section}:IsEmbedded"] = "true";
        builder.AddAnalytics();
        var app = builder.Build();
        app.MapReports();
        var analytics = new EmbeddedAnalytics(app, folder);
        try
        {
            await app.StartAsync(cancellationToken);
            return analytics;
        }
        catch
        {
            await analytics.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
