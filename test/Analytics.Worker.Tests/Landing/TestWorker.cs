using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShellCorp.Analytics.Hosting;
using ShellCorp.Analytics.Landing;
using ShellCorp.Analytics.Operations;
using ShellCorp.Analytics.Reports;
using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Tests.Landing;

/// <summary>A worker in this process, on a folder that outlives it.</summary>
internal sealed class TestWorker : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly Warnings _warnings;

    private TestWorker(WebApplication app, Warnings warnings)
    {
        _app = app;
        _warnings = warnings;
    }

    public IWarehouse Warehouse => _app.Services.GetRequiredService<IWarehouse>();

    public Uri Address => new(_app.Urls.First());

    public LandingService Landing => _app.Services.GetRequiredService<LandingService>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TestWorker> StartAsync(TestLog log, string folder, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Configuration.AddInMemoryCollection(Settings(log, folder, settings));
        var warnings = new Warnings();
        builder.Logging.AddProvider(warnings);
        builder.AddAnalytics();
        var app = builder.Build();
        app.MapReports();
        app.MapOperations();
        await app.StartAsync(Token);
        return new(app, warnings);
    }

    public static Dictionary<string, string?> Settings(TestLog log, string folder, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            [$"{LogOptions.Section}:BootstrapServers"] = log.BootstrapServers,
            [$"{LogOptions.Section}:IsEmbedded"] = "true",
            [$"{WarehouseOptions.Section}:Path"] = Path.Combine(folder, "warehouse.duckdb"),
            [$"{WarehouseOptions.Section}:Staging"] = Path.Combine(folder, "landed"),
            [$"{WarehouseOptions.Section}:MaxAge"] = "00:00:00.100",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        return all;
    }

    /// <summary>Rows as text, values separated by <c>|</c>.</summary>
    public async Task<string[]> ReadAsync(string sql)
    {
        var result = await Warehouse.QueryAsync(sql, [], Token);
        return [.. result.Rows.Select(row => string.Join('|', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))))];
    }

    /// <summary>Waits until a count is reached.</summary>
    public Task ReachAsync(string table, long rows) => Eventually.ReachAsync(
        $"{rows} rows in {table}", async () => (await ReadAsync($"SELECT count(*) FROM {table}"))[0],
        seen => long.Parse(seen, CultureInfo.InvariantCulture) >= rows, _warnings.ToString);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
