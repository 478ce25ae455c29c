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
        Assert.SkipUnless(Directory.Exists(folder), $"there are no manifests ({folder})");
        var silos = Directory.EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(folder, file), Text: File.ReadAllText(file)))
            .Where(file => file.Text.Contains("ShellCorp.Silo", StringComparison.Ordinal) || GracePeriod().IsMatch(file.Text))
            .ToList();

        Assert.NotEmpty(silos);
        Assert.All(silos, silo =>
        {
            var grace = GracePeriod().Match(silo.Text);
            Assert.True(grace.Success, $"{silo.Name} says nothing of terminationGracePeriodSeconds, so that Kubernetes kills after 30 s");
            var seconds = TimeSpan.FromSeconds(int.Parse(grace.Groups[1].Value, CultureInfo.InvariantCulture));
            var drain = new DrainOptions().Timeout;
            Assert.True(seconds > drain, $"{silo.Name}: a grace period of {seconds} ends before a drain of {drain} does");
        });
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
