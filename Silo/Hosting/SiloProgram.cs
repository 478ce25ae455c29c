using Microsoft.Extensions.Options;
using ShellCorp.Operations.Starting;

namespace ShellCorp.Silo.Hosting;

/// <summary>A silo as a process: started, stopped by a signal, and with an exit code that tells whether it ever served.</summary>
public static class SiloProgram
{
    /// <summary>Runs until it is told to stop; 0, or 1 if it could not start, which the log explains.</summary>
    /// <param name="args">Settings, <c>--key value</c>; they win over environment and <c>appsettings.json</c>.</param>
    /// <param name="configure">Adds to the silo before it is built.</param>
    public static async Task<int> RunAsync(string[] args, Action<HostApplicationBuilder>? configure = null)
    {
        if (await StartAsync(args, configure) is not { } host)
            return FailedStart.ExitCode;
        using (host)
            await host.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<IHost?> StartAsync(string[] args, Action<HostApplicationBuilder>? configure)
    {
        try
        {
            var builder = Host.CreateApplicationBuilder(args);
            configure?.Invoke(builder);
            builder.AddShellCorpSilo();
            var host = builder.Build();
            await host.StartAsync();
            return host;
        }
        catch (Exception exception)
        {
            // The process ends now. Taking apart what has half started would bury the reason under its own complaints.
            FailedStart.Explain("silo", exception, IsSetting);
            return null;
        }
    }

    private static bool IsSetting(Exception exception) =>
        exception is SettingRefusedException or OptionsValidationException or OrleansConfigurationException or ZooKeeper.Client.ZooKeeperException;
}
