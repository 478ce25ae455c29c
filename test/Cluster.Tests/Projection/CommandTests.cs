using System.Diagnostics;
using ShellCorp.Cluster.Tests.Processes;
using ShellCorp.Cluster.Tests.Systems;

namespace ShellCorp.Cluster.Tests.Projection;

/// <summary>The commands as operators run them: a process beside silos that are processes.</summary>
public sealed class CommandTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "ShellCorp.Silo.dll");

    [ClusterFact]
    public async Task A_check_finds_what_differs_from_the_grains_and_a_replay_heals_it()
    {
        await using var cluster = await ProcessCluster.StartAsync(silos: 1);
        await using var tables = new ProjectedTables(cluster.PostgresConnectionString);
        var matches = await Feeding.SimulateAsync(seed: 31, matches: 2);
        await Feeding.PlayAsync(cluster.Grains, matches);
        await cluster.SettleAsync();
        var right = await tables.EverythingAsync();

        await SaysAsync(cluster, "check", exitCode: 0, "The projection says what the grains say.");
        await tables.RunAsync(
            $"""
            UPDATE match_result SET home_score = home_score + 1 WHERE match_id = {matches[0].MatchId};
            UPDATE player_rating SET rating = rating - 1 WHERE ctid = (SELECT min(ctid) FROM player_rating WHERE match_id = {matches[1].MatchId});
            DELETE FROM player_rating WHERE ctid = (SELECT max(ctid) FROM player_rating WHERE match_id = {matches[1].MatchId});
            """);
        await SaysAsync(
            cluster, "check", exitCode: 1, $"result of match {matches[0].MatchId}: score is ", $"in match {matches[1].MatchId}: rating is ", "the tables have none, the grain has version ", "3 difference(s).");
        await SaysAsync(cluster, "replay", exitCode: 0, "The projection is rebuilt of ");
        await SaysAsync(cluster, "check", exitCode: 0, "The projection says what the grains say.");
        Assert.Equal(right, await tables.EverythingAsync());
    }

    [Theory]
    [InlineData("projection replay [--key value …]", "projection")]
    [InlineData("ShellCorp:Postgres:ConnectionString is not set: a log and tables in a silo's own memory", "projection", "check")]
    public async Task A_command_that_can_not_be_run_says_why(string said, params string[] arguments)
    {
        var (exitCode, output) = await RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    private static async Task SaysAsync(ProcessCluster cluster, string command, int exitCode, params string[] lines)
    {
        var (code, output) = await RunAsync(["projection", command, .. cluster.Arguments]);
        Assert.True(code == exitCode, $"expected exit code {exitCode} of '{command}', saw {code} and:{Environment.NewLine}{output}");
        Assert.All(lines, line => Assert.Contains(line, output, StringComparison.Ordinal));
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.EndAsync();
        return (process.ExitCode, await output + await errors);
    }
}
