using Microsoft.Extensions.Options;
using ShellCorp.Operations.Starting;
using ShellCorp.Web.Operations;
using ZooKeeper.Client;

namespace ShellCorp.Web.Hosting;

/// <summary>A web server as a process, with an exit code that tells whether it ever served.</summary>
public static class WebProgram
{
    /// <summary>Runs until it is told to stop; 0, or 1 if it could not start, which the log explains.</summary>
    /// <param name="args">Settings, <c>--key value</c>; they win over environment and <c>appsettings.json</c>.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        WebApplication app;
        try
        {
            app = Build(args);
            await app.StartAsync();
        }
        catch (Exception exception)
        {
            // The process ends now. Taking apart what has half started would bury the reason under its own complaints.
            FailedStart.Explain("web server", exception, IsSetting);
            return FailedStart.ExitCode;
        }

        await using (app)
            await app.WaitForShutdownAsync();
        return 0;
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddShellCorpClusterClient();
        builder.AddShellCorpWeb();
        builder.AddShellCorpOperations();
        return builder.Build().MapShellCorpWeb();
    }

    private static bool IsSetting(Exception exception) => exception is OptionsValidationException or OrleansConfigurationException or ZooKeeperException;
}
