using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ShellCorp.Analytics.DuckDb;
using ShellCorp.Analytics.Landing;
using ShellCorp.Analytics.Operations;
using ShellCorp.Analytics.Redshift;
using ShellCorp.Analytics.Reports;
using ShellCorp.Analytics.Warehouse;
using ShellCorp.Analytics.Windows;

namespace ShellCorp.Analytics.Hosting;

/// <summary>Adds the worker to a process.</summary>
public static class AnalyticsHosting
{
    /// <summary>Landing, the warehouse, the windows, and the reports. Configuration that can't be is refused at start.</summary>
    public static IHostApplicationBuilder AddAnalytics(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<LogOptions>().BindConfiguration(LogOptions.Section).ValidateDataAnnotations();
        services.AddOptionsWithValidateOnStart<WarehouseOptions>().BindConfiguration(WarehouseOptions.Section).ValidateDataAnnotations();
        services.AddOptions<RedshiftOptions>().BindConfiguration(WarehouseOptions.Section).ValidateDataAnnotations();
        services.AddOptionsWithValidateOnStart<WindowOptions>().BindConfiguration(WindowOptions.Section).ValidateDataAnnotations();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IWarehouse>(provider => Of(provider).Provider == WarehouseProvider.Redshift ? OpenRedshift(provider) : OpenDuckDb(provider));
        services.AddSingleton<IStaging>(provider => new FolderStaging(Of(provider).Staging));
        services.AddSingleton<WindowAggregator>();
        services.AddSingleton<Lander>();
        services.AddSingleton<LandingService>();
        services.AddHostedService(provider => provider.GetRequiredService<LandingService>());
        services.AddSingleton<Verifier>();
        services.AddReports();
        return builder;
    }

    private static RedshiftWarehouse OpenRedshift(IServiceProvider provider) => new(
        provider.GetRequiredService<IOptions<RedshiftOptions>>().Value, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>());

    private static DuckDbWarehouse OpenDuckDb(IServiceProvider provider) =>
        new(new() { Path = Of(provider).Path, MemoryLimit = Of(provider).MemoryLimit }, provider.GetRequiredService<TimeProvider>());

    private static WarehouseOptions Of(IServiceProvider provider) => provider.GetRequiredService<IOptions<WarehouseOptions>>().Value;
}
