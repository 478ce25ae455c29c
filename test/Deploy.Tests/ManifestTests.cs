using System.Text.Json;

namespace ShellCorp.Deploy.Tests;

/// <summary>The Kubernetes manifests against published schemas, and against what the product promises.</summary>
public sealed class ManifestTests(ManifestCheck check) : IClassFixture<ManifestCheck>
{
    [NpmFact]
    public async Task Every_manifest_is_valid()
    {
        var (code, output) = await check.RunAsync(ManifestCheck.Manifests);

        Assert.True(code == 0, output);
    }

    [NpmFact]
    public async Task A_value_of_the_wrong_type_is_found()
    {
        var (code, output) = await check.RunAsync(check.With("silo.yaml", "containerPort: 11111", "containerPort: silo"));

        Assert.Equal(1, code);
        Assert.Contains("silo.yaml: Deployment silo: data/spec/template/spec/containers/0/ports/0/containerPort must be integer", output, StringComparison.Ordinal);
    }

    [NpmFact]
    public async Task A_field_that_does_not_exist_is_found()
    {
        var (code, output) = await check.RunAsync(check.With("scaling.yaml", "maxReplicaCount:", "maxReplicasCount:"));

        Assert.Equal(1, code);
        Assert.Contains("scaling.yaml: ScaledObject silo:", output, StringComparison.Ordinal);
        Assert.Contains("maxReplicasCount", output, StringComparison.Ordinal);
    }

    [NpmFact]
    public async Task A_silo_has_time_to_drain_before_it_is_killed()
    {
        var silos = (await check.ReadAsync()).Where(IsSilo).ToList();

        Assert.Equal(2, silos.Count);
        foreach (var silo in silos)
        {
            var pod = silo.GetProperty("spec").GetProperty("template").GetProperty("spec");
            var container = pod.GetProperty("containers")[0];
            var drain = TimeSpan.Parse(Variable(container, "ShellCorp__Drain__Timeout"), System.Globalization.CultureInfo.InvariantCulture);
            var preStop = TimeSpan.FromSeconds(container.GetProperty("lifecycle").GetProperty("preStop").GetProperty("sleep").GetProperty("seconds").GetInt32());
            var grace = TimeSpan.FromSeconds(pod.GetProperty("terminationGracePeriodSeconds").GetInt32());
            Assert.True(preStop + drain < grace, $"preStop {preStop} and drain {drain} must fit into the grace period {grace}.");
        }
    }

    [NpmFact]
    public async Task A_dependency_that_is_away_takes_traffic_off_a_pod_and_restarts_none()
    {
        var deployments = (await check.ReadAsync()).Where(manifest => manifest.GetProperty("kind").GetString() == "Deployment").ToList();

        Assert.Equal(3, deployments.Count);
        Assert.All(deployments, deployment => Assert.Equal(
            ["startupProbe /health/live", "livenessProbe /health/live", "readinessProbe /health/ready"],
            new[] { "startupProbe", "livenessProbe", "readinessProbe" }.Select(probe => $"{probe} {PathOf(deployment, probe)}")));
    }

    [NpmFact]
    public async Task The_transfer_windows_raise_the_minimum_in_winter_and_summer()
    {
        var scaled = (await check.ReadAsync()).Single(manifest => manifest.GetProperty("kind").GetString() == "ScaledObject").GetProperty("spec");
        var windows = scaled.GetProperty("triggers").EnumerateArray().Where(trigger => trigger.GetProperty("type").GetString() == "cron").ToList();

        Assert.Equal(["winter-window", "summer-window"], windows.Select(window => window.GetProperty("name").GetString()));
        Assert.All(windows, window => Assert.True(
            int.Parse(window.GetProperty("metadata").GetProperty("desiredReplicas").GetString()!, System.Globalization.CultureInfo.InvariantCulture) > scaled.GetProperty("minReplicaCount").GetInt32()));
    }

    private static bool IsSilo(JsonElement manifest) =>
        manifest.GetProperty("kind").GetString() == "Deployment" && manifest.GetProperty("metadata").GetProperty("name").GetString()!.StartsWith("silo", StringComparison.Ordinal);

    private static string? PathOf(JsonElement deployment, string probe) => deployment
        .GetProperty("spec").GetProperty("template").GetProperty("spec").GetProperty("containers")[0].GetProperty(probe).GetProperty("httpGet").GetProperty("path").GetString();

    private static string Variable(JsonElement container, string name) =>
        container.GetProperty("env").EnumerateArray().Single(variable => variable.GetProperty("name").GetString() == name).GetProperty("value").GetString()!;
}
