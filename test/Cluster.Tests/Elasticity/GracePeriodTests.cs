using System.Globalization;
using System.Text.RegularExpressions;
using ShellCorp.Silo.Drain;

namespace ShellCorp.Cluster.Tests.Elasticity;

/// <summary>An orchestrator must wait longer for a silo than the silo takes to leave.</summary>
public sealed partial class GracePeriodTests
{
    [Fact]
    public void The_manifests_give_silos_more_time_than_a_drain_takes()
    {
        var folder = Path.Combine(Root(), "deploy", "kubernetes");
        var silos = File.ReadAllText(Path.Combine(folder, "silo.yaml"));
        var graces = GracePeriod().Matches(silos).Select(grace => TimeSpan.FromSeconds(int.Parse(grace.Groups[1].Value, CultureInfo.InvariantCulture))).ToList();
        var drain = new DrainOptions().Timeout;

        Assert.Equal(Regex.Count(silos, "kind: Deployment"), graces.Count);
        Assert.All(graces, grace => Assert.True(grace > drain, $"a grace period of {grace} ends before a drain of {drain} does"));
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ShellCorp.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No ShellCorp.sln above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(@"terminationGracePeriodSeconds:\s*(\d+)")]
    private static partial Regex GracePeriod();
}
