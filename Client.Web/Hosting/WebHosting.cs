using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor.Services;
using ShellCorp.Web.Api;
using ShellCorp.Web.Browser;
using ShellCorp.Web.Components;
using ShellCorp.Web.Counters;
using ShellCorp.Web.Live;
using ShellCorp.Web.Matches;
using ShellCorp.Web.Players;

namespace ShellCorp.Web.Hosting;

/// <summary>Composes the web client into a host. The host brings the Orleans client.</summary>
public static class WebHosting
{
    /// <summary>Adds pages, live state and API.</summary>
    public static WebApplicationBuilder AddShellCorpWeb(this WebApplicationBuilder builder)
    {
        // Outside of Development a build that isn't published finds MudBlazor's and our own files only through this manifest.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.TryAddSingleton(TimeProvider.System);
        var profile = new ShellCorpProfile(builder.Configuration["ShellCorp:Profile"] ?? "Embedded");
        builder.Services.AddSingleton(profile);
        // What is gone with the process needs no keys on disk.
        if (profile.KeepsNothing)
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        AddLive(builder.Services);
        AddPages(builder.Services);
        builder.Services.AddApi();
        return builder;
    }

    /// <summary>Maps pages, static files and API.</summary>
    public static WebApplication MapShellCorpWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        // Answers of the API have bodies of their own and are left alone.
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapApi();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    private static void AddLive(IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<LiveConnectorOptions, LiveConnectorOptionsValidator>().BindConfiguration(LiveConnectorOptions.Section);
        services.AddSingleton<LiveStore>();
        services.AddSingleton<LiveBoards>();
        services.AddSingleton<MatchViews>();
        services.AddSingleton<MatchBoards>();
        services.AddSingleton<PlayerCareers>();
        services.TryAddSingleton<ILiveHubGate, OrleansLiveHubGate>();
        services.TryAddSingleton<ILiveBackfill, RegistryBackfill>();
        services.AddHostedService<LiveConnector>();
        services.AddSingleton<CounterWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<CounterWatch>());
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<BrowserContext>();
        services.AddMudServices();
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = 200;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
        });
    }
}
