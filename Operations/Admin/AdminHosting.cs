using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ShellCorp.Operations.Health;

namespace ShellCorp.Operations.Admin;

/// <summary>Adds the admin server to a process.</summary>
public static class AdminHosting
{
    /// <summary>Whether <c>ShellCorp:Admin:Port</c> is set.</summary>
    public static bool HasAdmin(this IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return !string.IsNullOrWhiteSpace(configuration[$"{AdminOptions.Section}:{nameof(AdminOptions.Port)}"]);
    }

    /// <summary>Adds the server with health, where <c>ShellCorp:Admin:Port</c> is set.</summary>
    public static IHostApplicationBuilder AddAdmin(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!builder.Configuration.HasAdmin())
            return builder;
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<AdminOptions, AdminOptionsValidator>().BindConfiguration(AdminOptions.Section);
        services.AddSingleton<IAdminPart, HealthPart>();
        services.AddSingleton<AdminServer>();
        services.AddHostedService(provider => provider.GetRequiredService<AdminServer>());
        services.AddHealthChecks();
        return builder;
    }
}
