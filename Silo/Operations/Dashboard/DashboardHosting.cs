using Microsoft.Extensions.Options;
using Orleans.Dashboard;
using ShellCorp.Operations.Admin;

namespace ShellCorp.Silo.Operations.Dashboard;

/// <summary>Adds Orleans's dashboard to a silo that has an admin server.</summary>
internal static class DashboardHosting
{
    public static void AddDashboard(this HostApplicationBuilder builder)
    {
        var services = builder.Services;
        var access = Access(builder);
        services.AddOptionsWithValidateOnStart<DashboardAccessOptions, DashboardAccessOptionsValidator>().BindConfiguration(DashboardAccessOptions.Section);
        services.AddSingleton<IAdminPart>(process => new DashboardPart(
            process, access, process.GetRequiredService<IOptions<DashboardAccessOptions>>().Value, process.GetRequiredService<ILogger<DashboardPart>>()));
        // It looks at every call, which nobody pays for who can't see it.
        if (access != DashboardAccess.Nobody)
            builder.UseOrleans(silo => silo.AddDashboard());
    }

    private static DashboardAccess Access(HostApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration[$"{DashboardAccessOptions.Section}:{nameof(DashboardAccessOptions.User)}"]))
            return DashboardAccess.Credentials;
        return builder.Environment.IsDevelopment() ? DashboardAccess.ThisMachine : DashboardAccess.Nobody;
    }
}
