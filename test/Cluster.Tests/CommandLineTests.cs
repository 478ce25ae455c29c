using System.Diagnostics;
using System.Text.Json;
using ShellCorp.Cluster.Tests.Systems;

namespace ShellCorp.Cluster.Tests;

/// <summary>The command as people run it: a process of its own.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task A_run_that_is_to_exit_writes_its_report_and_exits_with_0()
    {
        var report = Path.Combine(Directory.CreateTempSubdirectory("shellcorp-").FullName, "report.json");
        // Settings from outside reach silos and web server alike.
        Environment.SetEnvironmentVariable("ShellCorp__Kafka__GroupId", "other");
        using var process = CommandLine.Start("--feed", "simulator", "--matches", "1", "--speed", "max", "--port", "0", "--exit-when-done", "--report", report);
        Environment.SetEnvironmentVariable("ShellCorp__Kafka__GroupId", null);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.EndAsync();

        Assert.True(process.ExitCode == 0, await output + await errors);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        Assert.Equal(0, json.RootElement.GetProperty("lag").GetInt64());
        Assert.NotEmpty(json.RootElement.GetProperty("ratings").EnumerateArray());
    }

    [Fact]
    public async Task An_interrupt_stops_it_cleanly()
    {
        using var process = CommandLine.Start("--feed", "simulator", "--matches", "1", "--speed", "1", "--port", "0");
        var line = await process.StandardOutput.ReadLineAsync();
        Assert.StartsWith("ShellCorp serves at http://", line, StringComparison.Ordinal);

        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
            await kill.WaitForExitAsync();
        var rest = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.EndAsync();

        Assert.Contains("Stopping", await rest, StringComparison.Ordinal);
        Assert.True(process.ExitCode == 0, await errors);
        Assert.DoesNotContain("exception", await errors, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("--feed", "radio", "simulator, or wyscout:<folder>")]
    [InlineData("--feed", "wyscout:/no/such/folder", "there is no folder")]
    [InlineData("--speed", "fast", "1 is real time")]
    [InlineData("--silos", "0", "from 1 to 16")]
    [InlineData("--report", "/no/such/folder/out.json", "there is no folder")]
    public async Task A_wrong_option_is_refused_with_what_is_allowed(string option, string value, string said)
    {
        using var process = CommandLine.Start(option, value);
        var errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        await process.EndAsync();

        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains(said, await errors, StringComparison.Ordinal);
    }
}
