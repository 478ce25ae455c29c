namespace ShellCorp.AppHost.Running;

/// <summary>Where the settings of a run come from: the same for silos and web server, which must agree on topics and groups.</summary>
internal static class RunSettings
{
    /// <summary>Adds <c>appsettings.json</c> beside the program, where there is one, and environment variables, which win.</summary>
    public static IConfigurationBuilder AddRunSettings(this IConfigurationBuilder configuration) =>
        configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables();
}
