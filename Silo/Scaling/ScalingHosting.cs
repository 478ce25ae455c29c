using ShellCorp.Operations.Admin;

namespace ShellCorp.Silo.Scaling;

/// <summary>Adds the wanted number of silos to the admin server.</summary>
internal static class ScalingHosting
{
    public static void AddScaling(this HostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<ScalingOptions, ScalingOptionsValidator>().BindConfiguration(ScalingOptions.Section);
        services.AddSingleton<LagWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<LagWatch>());
        services.AddSingleton<IAdminPart, ScalePart>();
    }
}
