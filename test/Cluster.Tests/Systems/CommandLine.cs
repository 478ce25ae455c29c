using System.Diagnostics;
using ShellCorp.AppHost.Running;

namespace ShellCorp.Cluster.Tests.Systems;

/// <summary>The command as people run it: a process of its own.</summary>
internal static class CommandLine
{
    /// <summary>Where the tests themselves were started with interrupts ignored, as background jobs are, the command still has to see them.</summary>
    public static Process Start(params string[] arguments) => StartWith([], arguments);

    /// <summary>The same with variables of the environment, <c>name=value</c>.</summary>
    public static Process StartWith(string[] environment, params string[] arguments) => Process.Start(
        new ProcessStartInfo("env", ["--default-signal=INT", .. environment, "dotnet", typeof(EmbeddedSystem).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>Fails, and ends it, where it doesn't end by itself.</summary>
    public static async Task EndAsync(this Process process, TimeSpan? limit = null)
    {
        var longest = limit ?? Eventually.Patience;
        using var ending = new CancellationTokenSource(longest);
        try
        {
            await process.WaitForExitAsync(ending.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"Expected the command to end; it was still running after {longest}.");
        }
    }
}
